create table public.t (a integer primary key);
