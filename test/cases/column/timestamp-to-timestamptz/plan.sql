-- up
-- ! blocks_reads
alter table only public.t
  alter column a drop default;
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type timestamptz;
-- ! blocks_reads
alter table only public.t
  alter column a set default now();

-- down
-- ! blocks_reads
alter table only public.t
  alter column a drop default;
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type timestamp;
-- ! blocks_reads
alter table only public.t
  alter column a set default now();
