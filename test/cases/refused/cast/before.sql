create type public.e as enum ('a');
create function public.f(a public.e) returns integer language sql immutable as 'select 1';
