-- up
-- ! blocks_reads
drop policy fence on public.t;
-- ! blocks_reads, opens_access
create policy fence on public.t
  as restrictive
  for all
  to anon
  with check (a = 1);

-- down
-- ! blocks_reads, breaks_clients
alter policy fence on public.t
  using (a = 1);
