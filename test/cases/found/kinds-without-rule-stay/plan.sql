-- up
-- ! blocks_reads
alter table public.t
  add column a integer;

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column a;
