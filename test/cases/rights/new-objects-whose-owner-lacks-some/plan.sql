-- up
create domain public.d as integer;
revoke all on domain public.d from public;
revoke usage on domain public.d from postgres;
create type public.e as enum (
  'a'
);
revoke usage on type public.e from postgres;
create schema sc;
revoke create on schema sc from postgres;
create sequence public.s;
revoke all on sequence public.s from postgres;
create table public.t (
  id integer,
  a integer
);
revoke delete, update on table public.t from postgres;
create function public.f()
returns integer
language sql
as $$select 1$$;
revoke all on function public.f() from public;
revoke execute on function public.f() from postgres;
-- ! opens_access
create materialized view public.m as
 select 1 as a;
-- ! opens_access
grant select on table public.m to postgres with grant option;
-- ! opens_access
create view public.v as
 select 1 as a;
revoke all on table public.v from postgres;

-- down
-- ! breaks_clients
drop domain public.d;
-- ! breaks_clients
drop type public.e;
-- ! breaks_clients
drop function public.f();
-- ! breaks_clients
drop materialized view public.m;
-- ! breaks_clients
drop schema sc;
-- ! data_loss, breaks_clients
drop sequence public.s;
-- ! breaks_clients
drop view public.v;
-- ! data_loss, breaks_clients
drop table public.t;
