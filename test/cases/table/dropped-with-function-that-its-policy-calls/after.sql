create table public.x (id integer);
