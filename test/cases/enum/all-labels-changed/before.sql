create type public.e as enum ('a', 'b');
create table public.t (id integer, e public.e);
