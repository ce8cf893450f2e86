-- up
-- ! blocks_reads
drop policy upd on public.t;
-- ! blocks_reads, opens_access
create policy upd on public.t
  for update
  to authenticated
  using (true);

-- down
-- ! blocks_reads, breaks_clients
alter policy upd on public.t
  with check (a = 1);
