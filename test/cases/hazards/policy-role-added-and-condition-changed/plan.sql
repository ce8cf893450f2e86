-- up
-- ! blocks_reads, opens_access, changes_access
alter policy own on public.t
  to anon, authenticated
  using (a = 2);

-- down
-- ! blocks_reads, changes_access, breaks_clients
alter policy own on public.t
  to anon
  using (a = 1);
