-- up
-- ! blocks_reads, opens_access
create policy own on public.t
  for select
  to authenticated
  using (a = 1);

-- down
-- ! blocks_reads, breaks_clients
drop policy own on public.t;
