-- up
-- ! blocks_reads, opens_access
alter policy fence on public.t
  to anon;

-- down
-- ! blocks_reads, breaks_clients
alter policy fence on public.t
  to anon, authenticated;
