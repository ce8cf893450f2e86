-- up
-- ! blocks_reads, changes_access
alter policy "My own" on public.t
  with check (a < 3);

-- down
-- ! blocks_reads, changes_access
alter policy "My own" on public.t
  with check (a = 1);
