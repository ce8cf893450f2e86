create table public.t (a integer);
create function public.f(a integer) returns integer language sql immutable as 'select a';
create index i on public.t (public.f(a));
