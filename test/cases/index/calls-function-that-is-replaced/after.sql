create table public.t (a integer);
create function public.f(b integer) returns integer language sql immutable as 'select b';
create index i on public.t (public.f(a));
