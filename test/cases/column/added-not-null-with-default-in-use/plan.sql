-- up
-- ! blocks_reads
alter table public.t
  add column b integer not null default 7,
  add column c timestamptz not null default now();

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b,
  drop column c;
