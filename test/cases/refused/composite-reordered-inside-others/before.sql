create type public.c as (b text, a integer);
create table public.listed (x public.c[]);
create type public.d as (b text, a integer);
create domain public.over as public.d;
create table public.inside (x public.over);
