-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  attach partition public.p_1 for values in (1);

-- down
-- ! blocks_reads
alter table public.p
  detach partition public.p_1;
