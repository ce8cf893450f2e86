-- up
-- ! scan, blocks_reads
alter table public.t
  alter column name type text collate "C";

-- down
-- ! scan, blocks_reads
alter table public.t
  alter column name type text;
