-- up
-- ! breaks_clients
revoke all on schema app from service_role;
-- ! opens_access, breaks_clients
alter schema app owner to service_role;
-- ! opens_access
grant all on schema app to postgres;
-- ! breaks_clients
revoke select on table app.notes from service_role;
-- ! blocks_reads, opens_access, breaks_clients
alter table app.notes owner to service_role;
-- ! opens_access
grant select, insert on table app.notes to postgres;

-- down
-- ! breaks_clients
revoke all on schema app from postgres;
-- ! opens_access, breaks_clients
alter schema app owner to postgres;
-- ! opens_access
grant all on schema app to service_role;
-- ! breaks_clients
revoke insert, select on table app.notes from postgres;
-- ! blocks_reads, opens_access, breaks_clients
alter table app.notes owner to postgres;
-- ! opens_access
grant select on table app.notes to service_role;
