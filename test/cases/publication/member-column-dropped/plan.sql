-- up
-- ! breaks_clients
alter publication p drop table public.t;
alter publication p add table public.t (a);
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;

-- down
-- ! opens_access
alter publication p drop table public.t;
-- ! blocks_reads
alter table public.t
  add column b integer;
alter publication p add table public.t (a, b);
