-- up
-- ! blocks_reads, opens_access
alter policy own on public.t
  using (true);

-- down
-- ! blocks_reads, breaks_clients
alter policy own on public.t
  using (a = 1);
