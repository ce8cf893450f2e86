create table public.a (id integer);
