-- up
-- ! blocks_reads
alter table public.t
  alter column b set expression as ((a * 3));

-- down
-- ! blocks_reads
alter table public.t
  alter column b set expression as ((a * 2));
