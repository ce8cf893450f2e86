-- up
-- ! opens_access, breaks_clients
alter function public.f() owner to service_role;
-- ! blocks_reads, opens_access, breaks_clients
alter table public.t owner to service_role;

-- down
-- ! opens_access, breaks_clients
alter function public.f() owner to postgres;
-- ! blocks_reads, opens_access, breaks_clients
alter table public.t owner to postgres;
