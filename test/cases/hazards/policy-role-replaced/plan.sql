-- up
-- ! blocks_reads, opens_access, breaks_clients
alter policy own on public.t
  to anon;

-- down
-- ! blocks_reads, opens_access, breaks_clients
alter policy own on public.t
  to authenticated;
