-- up
-- ! breaks_clients
revoke usage on schema second from authenticated;
-- ! opens_access, breaks_clients
alter schema second owner to authenticated;
-- ! opens_access
grant all on schema second to anon;
set role service_role;
revoke select on table app.t from public;
reset role;
set role authenticated;
revoke select on table app.t from service_role;
reset role;
set role anon;
revoke select on table app.t from authenticated;
reset role;
-- ! blocks_reads, opens_access, breaks_clients
alter table app.t owner to authenticated;
set role authenticated;
grant select on table app.t to anon with grant option;
reset role;
set role anon;
grant select on table app.t to service_role with grant option;
reset role;
set role service_role;
grant select on table app.t to public;
reset role;
set role anon;
grant execute on function second.f() to service_role with grant option;
reset role;
set role service_role;
grant execute on function second.f() to authenticated;
reset role;
-- ! blocks_reads, opens_access, breaks_clients
alter view app.v owner to service_role;
-- ! breaks_clients
set role authenticated;
revoke select (a) on table app.v from service_role;
reset role;
-- ! opens_access
set role authenticated;
grant select (a) on table app.v to anon;
reset role;

-- down
-- ! breaks_clients
revoke all on schema second from anon;
-- ! opens_access, breaks_clients
alter schema second owner to anon;
-- ! opens_access
grant usage on schema second to authenticated;
set role service_role;
revoke select on table app.t from public;
reset role;
set role anon;
revoke select on table app.t from service_role;
reset role;
set role authenticated;
revoke select on table app.t from anon;
reset role;
-- ! blocks_reads, opens_access, breaks_clients
alter table app.t owner to anon;
set role anon;
grant select on table app.t to authenticated with grant option;
reset role;
set role authenticated;
grant select on table app.t to service_role with grant option;
reset role;
set role service_role;
grant select on table app.t to public;
reset role;
set role service_role;
revoke execute on function second.f() from authenticated;
reset role;
set role anon;
revoke execute on function second.f() from service_role;
reset role;
-- ! blocks_reads, opens_access, breaks_clients
alter view app.v owner to anon;
-- ! breaks_clients
set role authenticated;
revoke select (a) on table app.v from anon;
reset role;
-- ! opens_access
set role authenticated;
grant select (a) on table app.v to service_role;
reset role;
