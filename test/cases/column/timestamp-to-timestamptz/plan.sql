-- up
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type timestamptz;

-- down
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type timestamp;
