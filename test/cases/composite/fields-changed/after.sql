create type public.c as (a integer, c text collate "C");
comment on type public.c is 'C';
comment on column public.c.a is 'A';
create type public.unused as (b text, a integer);
create type public.new as (x public.c, y integer[]);
