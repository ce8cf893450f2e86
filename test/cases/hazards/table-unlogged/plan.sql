-- up
-- ! rewrite, scan, blocks_reads
alter table public.t
  set unlogged;

-- down
-- ! rewrite, scan, blocks_reads
alter table public.t
  set logged;
