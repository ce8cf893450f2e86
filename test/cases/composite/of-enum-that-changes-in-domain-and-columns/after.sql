create type public.e as enum ('b', 'a');
create type public.c as (x public.e, y public.e[]);
create domain public.d as public.c check ((value).x is not null);
create type public.o as (d public.d, c public.c[]);
create table public.t (id integer, c public.c, d public.d, o public.o, cs public.c[]);
create function public.f(public.o) returns public.d language sql as 'select ($1).d';
create view public.v as select (c).x, (o).d from public.t;
