-- up
-- ! blocks_reads, changes_access
alter policy own on public.t
  using (a = 2);

-- down
-- ! blocks_reads, changes_access
alter policy own on public.t
  using (a = 1);
