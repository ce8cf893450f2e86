-- up
-- ! blocks_reads, opens_access
create policy "reads.own" on public.t
  for select
  to public
  using (a = 1);
-- ! blocks_reads, opens_access
create policy "Ärger ""quoted""" on public.t
  for insert
  to anon, authenticated
  with check (a > 0);

-- down
-- ! blocks_reads, breaks_clients
drop policy "reads.own" on public.t;
-- ! blocks_reads, breaks_clients
drop policy "Ärger ""quoted""" on public.t;
