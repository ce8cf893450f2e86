-- up
-- ! scan, blocks_reads, needs_empty_table
alter table public.t
  add column b integer not null;

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;
