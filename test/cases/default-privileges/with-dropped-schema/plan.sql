-- up
create schema other;
-- ! data_loss, breaks_clients
drop table app.t;
-- ! breaks_clients
drop schema app;

-- down
-- ! breaks_clients
drop schema other;
create schema app;
-- ! opens_access
alter default privileges for role postgres in schema app
  grant select on tables to anon;
-- ! opens_access
create table app.t (
  a integer
);
