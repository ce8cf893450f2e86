-- up
-- ! data_loss, blocks_reads, breaks_clients, breaks_functions
alter table public.t
  drop column b;

-- down
-- ! blocks_reads
alter table public.t
  add column b integer;
