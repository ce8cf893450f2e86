create table public.t (a integer);
