create table public.a (z bigint);
create table public.b (x bigint);
create table public.c (y bigint);
