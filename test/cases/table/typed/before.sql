create type public.c as (a integer, b text);
