-- up
-- ! blocks_reads, opens_access, breaks_clients
alter table public.t owner to service_role;
-- ! opens_access, breaks_clients
alter function public.f() owner to service_role;

-- down
-- ! blocks_reads, opens_access, breaks_clients
alter table public.t owner to postgres;
-- ! opens_access, breaks_clients
alter function public.f() owner to postgres;
