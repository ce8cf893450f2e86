-- up
-- ! breaks_clients
alter default privileges for role postgres in schema app
  revoke select on tables from anon;
create schema other;
revoke all on schema other from anon;
-- ! data_loss, breaks_clients
drop table app.t;
-- ! breaks_clients
drop schema app;

-- down
-- ! breaks_clients
drop schema other;
create schema app;
revoke all on schema app from anon;
-- ! opens_access
alter default privileges for role postgres in schema app
  grant select on tables to anon;
create table app.t (
  a integer
);
revoke all on table app.t from anon;
-- ! opens_access
grant select on table app.t to anon;
