create type public.c as (a integer, b text);
create table public.t of public.c;
