create table public.a (id bigint, n bigint generated always as (id + 1) stored);
create table public.b (x bigint) inherits (public.a);
create table public.c (y integer) inherits (public.b);
create view public.vc as select id, x, y from public.c;
