-- up
drop type app.e;
drop function app.f(integer);
-- ! opens_access
grant select (a) on table app.kept to anon with grant option;
-- ! opens_access
set role anon;
grant select (a) on table app.kept to authenticated;
reset role;
-- ! breaks_clients
set role anon;
revoke usage on sequence app.s from authenticated;
reset role;
-- ! opens_access
grant select on sequence app.s to anon with grant option;
-- ! opens_access
set role anon;
grant select on sequence app.s to authenticated with grant option;
reset role;
-- ! opens_access
set role authenticated;
grant select on sequence app.s to service_role;
reset role;
-- ! blocks_reads
alter table app.kept
  add column c integer;
-- ! opens_access
grant insert (c) on table app.kept to anon with grant option;
-- ! opens_access
set role anon;
grant insert (c) on table app.kept to authenticated;
reset role;
create domain app.d as integer;
-- ! opens_access
grant usage on domain app.d to anon with grant option;
-- ! opens_access
set role anon;
grant usage on domain app.d to authenticated;
reset role;
-- ! breaks_clients
create type app.e as enum (
  'b'
);
-- ! breaks_clients
revoke all on type app.e from public;
grant usage on type app.e to anon with grant option;
set role anon;
grant usage on type app.e to authenticated;
reset role;
create table app.new (
  a integer,
  b integer
);
-- ! opens_access
grant select on table app.new to anon with grant option;
-- ! opens_access
grant update (b) on table app.new to anon with grant option;
-- ! opens_access
set role anon;
grant select on table app.new to authenticated;
reset role;
-- ! opens_access
set role anon;
grant update (b) on table app.new to authenticated;
reset role;
-- ! breaks_clients
create function app.f(b integer)
returns integer
language sql
as $$select 1$$;
-- ! breaks_clients
revoke all on function app.f(integer) from public;
grant execute on function app.f(integer) to anon with grant option;
set role anon;
grant execute on function app.f(integer) to authenticated;
reset role;
-- ! opens_access
create materialized view app.m as
 select 1 as a;
-- ! opens_access
grant select on table app.m to anon with grant option;
-- ! opens_access
set role anon;
grant select on table app.m to authenticated;
reset role;
-- ! opens_access
create view app.v as
 select 1 as a;
-- ! opens_access
grant update (a) on table app.v to anon with grant option;
-- ! opens_access
set role anon;
grant update (a) on table app.v to authenticated;
reset role;

-- down
-- ! breaks_clients
drop domain app.d;
drop type app.e;
drop function app.f(integer);
-- ! breaks_clients
drop materialized view app.m;
-- ! breaks_clients
drop view app.v;
-- ! breaks_clients
set role anon;
revoke select (a) on table app.kept from authenticated;
reset role;
-- ! breaks_clients
revoke select (a) on table app.kept from anon;
-- ! breaks_clients
set role authenticated;
revoke select on sequence app.s from service_role;
reset role;
-- ! breaks_clients
set role anon;
revoke select on sequence app.s from authenticated;
reset role;
-- ! breaks_clients
revoke select on sequence app.s from anon;
-- ! opens_access
set role anon;
grant usage on sequence app.s to authenticated;
reset role;
-- ! opens_access, breaks_clients
create type app.e as enum (
  'a'
);
-- ! data_loss, blocks_reads, breaks_clients
alter table app.kept
  drop column c;
-- ! data_loss, breaks_clients
drop table app.new;
-- ! opens_access, breaks_clients
create function app.f(a integer)
returns integer
language sql
as $$select 1$$;
