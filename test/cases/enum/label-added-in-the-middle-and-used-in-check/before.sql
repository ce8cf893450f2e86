create type public.e as enum ('a', 'c');
create table public.t (e public.e);
