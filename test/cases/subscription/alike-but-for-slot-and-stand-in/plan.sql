-- up
-- ! blocks_reads
alter table public.t
  add column word text;

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column word;
