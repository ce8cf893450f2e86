create type public.e as enum ('a', 'b');
create table public.t (e public.e);
create view public.v as select e from public.t;
create function public.f(e public.e) returns integer language sql as 'select 1';
revoke execute on function public.f(public.e) from public;
grant execute on function public.f(public.e) to anon;
grant select on public.v to anon;
revoke usage on type public.e from public;
grant usage on type public.e to anon;
