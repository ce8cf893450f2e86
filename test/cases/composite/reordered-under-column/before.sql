create type public.c as (b text, a integer);
create table public.t (x public.c);
