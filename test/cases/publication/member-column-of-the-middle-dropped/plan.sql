-- up
-- ! breaks_clients
drop publication goes;
-- ! breaks_clients
alter publication less drop table public.t;
alter publication less add table public.t ("A", z) where ((z > 0));
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;

-- down
-- ! opens_access
alter publication less drop table public.t;
-- ! blocks_reads
alter table public.t
  add column b integer;
-- ! opens_access
create publication goes
  for table public.t (b, d, z);
alter publication less add table public.t ("A", b, z) where ((z > 0));
