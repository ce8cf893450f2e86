-- up
-- ! blocks_reads, opens_access
alter table public.t no force row level security;

-- down
-- ! blocks_reads, breaks_clients
alter table public.t force row level security;
