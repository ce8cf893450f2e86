create function public.f(a integer) returns integer language sql immutable as 'select a';
create table public.t (a integer, b integer generated always as (public.f(a)) stored);
