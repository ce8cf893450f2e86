create type public.e as enum ('x', 'y');
create table public.t (id integer, e public.e);
