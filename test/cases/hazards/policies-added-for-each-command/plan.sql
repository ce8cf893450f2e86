-- up
-- ! blocks_reads, opens_access
create policy del on public.t
  for delete
  to service_role
  using (a = 2);
-- ! blocks_reads, opens_access
create policy ins on public.t
  for insert
  to anon, authenticated
  with check (a > 0);
-- ! blocks_reads, opens_access
create policy upd on public.t
  for update
  to authenticated
  using (a = 1)
  with check (a = 1);

-- down
-- ! blocks_reads, breaks_clients
drop policy del on public.t;
-- ! blocks_reads, breaks_clients
drop policy ins on public.t;
-- ! blocks_reads, breaks_clients
drop policy upd on public.t;
