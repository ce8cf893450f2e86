create type public.e as enum ('a', 'b', 'c');
create table public.t (e public.e);
create function public.f(e public.e default 'a') returns integer language sql as 'select 1';
create policy p on public.t using (e = 'a');
create materialized view public.m as select e from public.t;
create index i on public.t (e);
