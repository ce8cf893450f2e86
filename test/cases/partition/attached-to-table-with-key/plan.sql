-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.t_1
  add constraint t_1_pkey primary key (a);
-- ! scan, blocks_reads
alter table public.t
  attach partition public.t_1 for values from (0) to (10);

-- down
-- ! blocks_reads
alter table public.t
  detach partition public.t_1;
-- ! blocks_reads
alter table public.t_1
  drop constraint t_1_pkey;
