-- up
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;
-- ! blocks_reads
alter table public.t
  add column c text;

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column c;
-- ! blocks_reads
alter table public.t
  add column b integer;
