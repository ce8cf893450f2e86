-- up
-- ! blocks_reads
alter table public.t
  detach partition public.t_2;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  attach partition public.t_1 for values from (0) to (10);
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  attach partition public.t_2 for values from (10) to (30);

-- down
-- ! blocks_reads
alter table public.t
  detach partition public.t_1;
-- ! blocks_reads
alter table public.t
  detach partition public.t_2;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  attach partition public.t_2 for values from (10) to (20);
