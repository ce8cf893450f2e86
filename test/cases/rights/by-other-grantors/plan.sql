-- up
set role anon;
grant usage on schema app to authenticated;
reset role;
-- ! breaks_clients
set role authenticated;
revoke select on table app.t from service_role;
reset role;
set role anon;
revoke select on table app.t from authenticated;
reset role;
set role anon;
revoke insert on table app.t from service_role;
reset role;
-- ! breaks_clients
revoke insert, select on table app.t from anon;
-- ! opens_access
grant select on table app.t to service_role with grant option;
set role service_role;
grant select on table app.t to authenticated with grant option;
reset role;
set role authenticated;
grant select on table app.t to anon;
reset role;
-- ! breaks_clients
set role anon;
revoke usage on schema app from public;
reset role;

-- down
-- ! opens_access
set role anon;
grant usage on schema app to public;
reset role;
set role authenticated;
revoke select on table app.t from anon;
reset role;
set role service_role;
revoke select on table app.t from authenticated;
reset role;
-- ! breaks_clients
revoke select on table app.t from service_role;
-- ! opens_access
grant select, insert on table app.t to anon with grant option;
set role anon;
grant select on table app.t to authenticated with grant option;
reset role;
-- ! opens_access
set role anon;
grant insert on table app.t to service_role;
reset role;
set role authenticated;
grant select on table app.t to service_role;
reset role;
set role anon;
revoke usage on schema app from authenticated;
reset role;
