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
-- ! opens_access
grant usage on schema app to anon;
create sequence app.s;
create table app.t (
  a integer
);
-- ! opens_access
grant select on table app.t to anon;
-- ! opens_access
create function app.f()
returns integer
language sql
as $$select 1$$;
