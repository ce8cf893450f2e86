-- up
-- ! blocks_reads
drop policy own on public.t;
-- ! blocks_reads, opens_access, breaks_clients
create policy own on public.t
  for update
  to anon
  using (a = 1)
  with check (a = 2);
comment on policy own on public.t is 'Own.';

-- down
-- ! blocks_reads
drop policy own on public.t;
-- ! blocks_reads, opens_access, breaks_clients
create policy own on public.t
  for select
  to anon
  using (a = 1);
comment on policy own on public.t is 'Own.';
