-- up
-- ! blocks_reads, breaks_clients
alter policy own on public.t
  using (false);

-- down
-- ! blocks_reads, opens_access
alter policy own on public.t
  using (a = 1);
