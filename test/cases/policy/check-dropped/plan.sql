-- up
-- ! blocks_reads
drop policy own on public.t;
-- ! blocks_reads, opens_access
create policy own on public.t
  for update
  to anon
  using (a = 1);

-- down
-- ! blocks_reads, breaks_clients
alter policy own on public.t
  with check (a = 2);
