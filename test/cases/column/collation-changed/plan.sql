-- up
-- ! blocks_reads
alter table public.t
  alter column name type text collate "C";

-- down
-- ! blocks_reads
alter table public.t
  alter column name type text;
