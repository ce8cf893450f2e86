-- up
-- ! blocks_reads
alter view public.v
  alter column a set default 5;

-- down
-- ! blocks_reads
alter view public.v
  alter column a drop default;
