-- up
-- ! breaks_clients
drop function app.f();
-- ! data_loss, breaks_clients
drop sequence app.s;
-- ! data_loss, breaks_clients
drop table app.t;
-- ! breaks_clients
drop schema app;

-- down
create schema app;
revoke all on schema app from anon;
-- ! opens_access
grant usage on schema app to anon;
create sequence app.s
  as bigint
  increment by 1
  minvalue 1
  maxvalue 9223372036854775807
  start with 1
  cache 1
  no cycle;
revoke all on sequence app.s from anon;
create table app.t (
  a integer
);
revoke all on table app.t from anon;
-- ! opens_access
grant select on table app.t to anon;
create function app.f()
returns integer
language sql
as $$select 1$$;
revoke all on function app.f() from public, anon;
-- ! opens_access
grant execute on function app.f() to public;
