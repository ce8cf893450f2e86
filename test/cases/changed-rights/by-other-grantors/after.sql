-- superuser, of the plan too
create schema app;
grant usage on schema app to anon, authenticated, service_role;
create extension citext with schema app;
grant usage on type app.citext to service_role with grant option;
set role service_role;
grant usage on type app.citext to anon;
reset role;
