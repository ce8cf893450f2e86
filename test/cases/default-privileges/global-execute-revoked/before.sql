create table public.a (a integer);
