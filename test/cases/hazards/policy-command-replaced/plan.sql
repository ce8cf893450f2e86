-- up
-- ! blocks_reads
drop policy own on public.t;
-- ! blocks_reads, opens_access, breaks_clients
create policy own on public.t
  for delete
  to authenticated
  using (a = 1);

-- down
-- ! blocks_reads
drop policy own on public.t;
-- ! blocks_reads, opens_access, breaks_clients
create policy own on public.t
  for select
  to authenticated
  using (a = 1);
