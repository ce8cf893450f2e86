-- up
-- ! blocks_reads, opens_access
alter policy ins on public.t
  with check (true);

-- down
-- ! blocks_reads, breaks_clients
alter policy ins on public.t
  with check (a = 1);
