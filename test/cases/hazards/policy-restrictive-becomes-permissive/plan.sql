-- up
-- ! blocks_reads
drop policy fence on public.t;
-- ! blocks_reads, opens_access
create policy fence on public.t
  for all
  to authenticated
  using (a = 1);

-- down
-- ! blocks_reads
drop policy fence on public.t;
-- ! blocks_reads, breaks_clients
create policy fence on public.t
  as restrictive
  for all
  to authenticated
  using (a = 1);
