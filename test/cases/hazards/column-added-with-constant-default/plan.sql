-- up
-- ! blocks_reads
alter table public.t
  add column b integer not null default 0;

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;
