-- up
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column id bigint not null generated always as identity;

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column id;
