create table public.p (id integer) partition by list (id);
create table public.c partition of public.p default;
