-- up
-- ! blocks_reads
alter table public.c
  inherit public.p;

-- down
-- ! blocks_reads
alter table public.c
  no inherit public.p;
