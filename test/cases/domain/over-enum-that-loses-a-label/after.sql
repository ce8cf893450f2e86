create type public.e as enum ('a', 'b');
create domain public.d as public.e constraint c check (value <> 'a');
create table public.t (a public.d default 'b');
