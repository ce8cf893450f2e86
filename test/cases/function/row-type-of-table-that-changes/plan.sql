-- up
-- ! blocks_reads
alter table public.t
  add column c text;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;

-- down
-- ! blocks_reads
alter table public.t
  add column b integer;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column c;
