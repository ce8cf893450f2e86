-- up
-- ! data_loss, blocks_reads, breaks_clients
alter table public.part
  drop column other;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.whole
  drop column old;
-- ! scan, blocks_reads, fails_on_rows
alter table public.whole
  attach partition public.part for values from (1) to (10);

-- down
-- ! blocks_reads
alter table public.whole
  detach partition public.part;
-- ! blocks_reads
alter table public.part
  add column other text;
-- ! blocks_reads
alter table public.whole
  add column old text;
