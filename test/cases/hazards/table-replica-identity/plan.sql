-- up
-- ! blocks_reads
alter table public.t
  replica identity full;

-- down
-- ! blocks_reads
alter table public.t
  replica identity default;
