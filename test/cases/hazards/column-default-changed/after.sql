create table public.t (a integer default 2);
