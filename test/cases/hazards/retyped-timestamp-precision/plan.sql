-- up
-- ! blocks_reads
alter table public.t
  alter column a type timestamp;

-- down
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type timestamp(3) without time zone;
