-- up
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column b set expression as ((a * 3));

-- down
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column b set expression as ((a * 2));
