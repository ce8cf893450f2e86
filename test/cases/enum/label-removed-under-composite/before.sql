create type public.tint as enum ('red', 'green', 'blue');
create type public.paint as (name text, tints public.tint[]);
create table public.walls (id int primary key, paint public.paint, coats public.paint[]);
create function public.red(p public.paint) returns boolean language sql immutable return 'red' = any (p.tints);
create index red_walls on public.walls (public.red(paint));
