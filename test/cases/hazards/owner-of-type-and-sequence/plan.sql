-- up
-- ! opens_access, breaks_clients
alter type app.mood owner to service_role;
-- ! blocks_reads, opens_access, breaks_clients
alter sequence app.s owner to service_role;

-- down
-- ! opens_access, breaks_clients
alter type app.mood owner to postgres;
-- ! blocks_reads, opens_access, breaks_clients
alter sequence app.s owner to postgres;
