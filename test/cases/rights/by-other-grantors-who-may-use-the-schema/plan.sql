-- up
-- ! opens_access
grant usage on schema app to anon with grant option;
-- ! opens_access
set role anon;
grant usage on schema app to authenticated;
reset role;
-- ! opens_access
grant select on table app.t to anon with grant option;
-- ! opens_access
grant insert (a) on table app.t to authenticated with grant option;
-- ! opens_access
set role anon;
grant select on table app.t to authenticated;
reset role;
-- ! opens_access
set role authenticated;
grant insert (a) on table app.t to service_role;
reset role;
grant execute on function app.f() to anon with grant option;
set role anon;
grant execute on function app.f() to authenticated;
reset role;

-- down
-- ! breaks_clients
set role anon;
revoke select on table app.t from authenticated;
reset role;
-- ! breaks_clients
revoke select on table app.t from anon;
-- ! breaks_clients
set role authenticated;
revoke insert (a) on table app.t from service_role;
reset role;
-- ! breaks_clients
revoke insert (a) on table app.t from authenticated;
set role anon;
revoke execute on function app.f() from authenticated;
reset role;
-- ! breaks_clients
set role anon;
revoke usage on schema app from authenticated;
reset role;
-- ! breaks_clients
revoke usage on schema app from anon;
revoke execute on function app.f() from anon;
