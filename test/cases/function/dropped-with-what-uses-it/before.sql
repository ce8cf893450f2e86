create function public.f(a integer) returns integer language sql immutable as 'select a';
create table public.t (a integer, b integer default public.f(1), c integer generated always as (public.f(a)) stored, constraint k check (public.f(a) > 0));
create index i on public.t (public.f(a));
create view public.v as select public.f(a) as a from public.t;
create policy p on public.t using (public.f(a) = 1);
