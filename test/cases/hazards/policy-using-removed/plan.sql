-- up
-- ! blocks_reads
drop policy own on public.t;
-- ! blocks_reads, breaks_clients
create policy own on public.t
  for all
  to anon
  with check (a = 1);

-- down
-- ! blocks_reads, opens_access
alter policy own on public.t
  using (a = 1);
