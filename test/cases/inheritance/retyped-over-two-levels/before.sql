create table public.a (id integer, n integer generated always as (id + 1) stored);
create table public.b (x integer) inherits (public.a);
create table public.c (y integer) inherits (public.b);
create view public.vc as select id, x, y from public.c;
