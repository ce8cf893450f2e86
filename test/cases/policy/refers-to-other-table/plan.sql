-- up
-- ! blocks_reads, changes_access
alter policy own on public.a
  using (exists ( select 1
   from public.b
  where (b.a = a.a)));
-- ! data_loss, blocks_reads, breaks_clients
alter table public.b
  drop column b;

-- down
-- ! blocks_reads
alter table public.b
  add column b integer;
-- ! blocks_reads, changes_access
alter policy own on public.a
  using (exists ( select 1
   from public.b
  where ((b.a = a.a) and (b.b = 1))));
