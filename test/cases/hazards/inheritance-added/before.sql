create table public.p (a integer);
create table public.c (a integer);
