create type public.c as (a integer);
create table public.t (x public.c);
