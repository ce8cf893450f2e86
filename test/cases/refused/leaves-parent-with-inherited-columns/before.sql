create table public.a (id bigint, n bigint);
create table public.b (x bigint) inherits (public.a);
create table public.c (y bigint) inherits (public.b);
