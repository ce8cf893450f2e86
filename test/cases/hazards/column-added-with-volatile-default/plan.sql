-- up
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column b double precision default random();

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;
