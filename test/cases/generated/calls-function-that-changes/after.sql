create function public.f(n integer) returns integer language sql immutable as 'select n + 1';
create table public.t (a integer, b integer generated always as (public.f(a)) stored);
