-- up
-- ! blocks_reads, opens_access
create policy anybody on public.t
  for all
  to public
  using (true)
  with check (true);

-- down
-- ! blocks_reads, breaks_clients
drop policy anybody on public.t;
