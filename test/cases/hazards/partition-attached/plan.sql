-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  attach partition public.t1 for values in (1);

-- down
-- ! blocks_reads
alter table public.t
  detach partition public.t1;
