-- up
-- ! blocks_reads, opens_access
alter policy own on public.t
  to public;

-- down
-- ! blocks_reads, breaks_clients
alter policy own on public.t
  to authenticated;
