create table public.a (a integer);
alter default privileges revoke execute on functions from public;
alter default privileges revoke usage on types from public;
create function public.f() returns integer language sql as 'select 1';
create type public.e as enum ('a');
