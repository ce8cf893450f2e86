-- up
-- ! blocks_reads, opens_access, breaks_clients
alter table app.t owner to service_role;

-- down
-- ! blocks_reads, opens_access, breaks_clients
alter table app.t owner to postgres;
