-- up
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column b integer generated always as ((a * 2)) stored;

-- down
-- ! blocks_reads, breaks_clients
alter table public.t
  drop column b;
