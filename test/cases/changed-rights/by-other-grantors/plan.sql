-- up
set role authenticated;
revoke usage on type app.citext from service_role;
reset role;
set role anon;
revoke usage on type app.citext from authenticated;
reset role;
-- ! breaks_clients
revoke usage on type app.citext from anon;
-- ! opens_access
grant usage on type app.citext to service_role with grant option;
set role service_role;
grant usage on type app.citext to anon;
reset role;

-- down
set role service_role;
revoke usage on type app.citext from anon;
reset role;
-- ! breaks_clients
revoke usage on type app.citext from service_role;
-- ! opens_access
grant usage on type app.citext to anon with grant option;
set role anon;
grant usage on type app.citext to authenticated with grant option;
reset role;
set role authenticated;
grant usage on type app.citext to service_role;
reset role;
