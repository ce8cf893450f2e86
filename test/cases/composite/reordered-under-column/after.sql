create type public.c as (a integer, b text);
create table public.t (x public.c);
