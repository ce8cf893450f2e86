-- superuser, of the plan too
create schema app;
grant usage on schema app to anon, authenticated, service_role;
create extension citext with schema app;
grant usage on type app.citext to anon with grant option;
set role anon;
grant usage on type app.citext to authenticated with grant option;
set role authenticated;
grant usage on type app.citext to service_role;
reset role;
