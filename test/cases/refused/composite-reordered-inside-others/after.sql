create type public.c as (a integer, b text);
create table public.listed (x public.c[]);
create type public.d as (a integer, b text);
create domain public.over as public.d;
create table public.inside (x public.over);
