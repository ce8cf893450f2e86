-- up
-- ! blocks_reads, opens_access, changes_access, breaks_clients
alter policy own on public.t
  to authenticated, service_role
  using (a = 3)
  with check ((a = 4) and (a in ( select 1)));

-- down
-- ! blocks_reads, opens_access, changes_access, breaks_clients
alter policy own on public.t
  to anon
  using (a = 1)
  with check (a = 2);
