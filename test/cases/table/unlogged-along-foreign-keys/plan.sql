-- up
-- ! rewrite, scan, blocks_reads
alter table public.e
  set unlogged;
-- ! rewrite, scan, blocks_reads
alter table public.d
  set unlogged;
-- ! rewrite, scan, blocks_reads
alter table public.a
  set unlogged;
-- ! rewrite, scan, blocks_reads
alter table public.b
  set unlogged;
-- ! rewrite, scan, blocks_reads
alter table public.c
  set unlogged;

-- down
-- ! rewrite, scan, blocks_reads
alter table public.c
  set logged;
-- ! rewrite, scan, blocks_reads
alter table public.b
  set logged;
-- ! rewrite, scan, blocks_reads
alter table public.a
  set logged;
-- ! rewrite, scan, blocks_reads
alter table public.d
  set logged;
-- ! rewrite, scan, blocks_reads
alter table public.e
  set logged;
