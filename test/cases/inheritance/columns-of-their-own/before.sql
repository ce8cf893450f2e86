create table public.p (a integer);
create table public.c (b integer) inherits (public.p);
create table public.d () inherits (public.c);
create table public.e () inherits (public.p);
