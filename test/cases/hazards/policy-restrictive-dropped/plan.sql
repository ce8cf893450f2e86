-- up
-- ! blocks_reads, opens_access
drop policy fence on public.t;

-- down
-- ! blocks_reads, breaks_clients
create policy fence on public.t
  as restrictive
  for select
  to anon
  using (a = 1);
