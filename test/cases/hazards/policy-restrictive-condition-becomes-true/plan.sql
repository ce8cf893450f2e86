-- up
-- ! blocks_reads, opens_access
alter policy fence on public.t
  using (true);

-- down
-- ! blocks_reads, breaks_clients
alter policy fence on public.t
  using (a = 1);
