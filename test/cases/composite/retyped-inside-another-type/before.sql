create type public.c as (a int, b text);
create type public.o as (i public.c, n int);
create table public.t (id int primary key, x public.o);
create domain public.dc as public.c check ((value).a > 0);
create table public.t2 (id int primary key, x public.dc);
