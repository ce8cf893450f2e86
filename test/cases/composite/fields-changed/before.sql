create type public.c as (a integer, b text);
create type public.unused as (a integer, b text);
