-- up
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
