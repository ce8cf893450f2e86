-- up
-- ! scan, blocks_reads, blocks_writes, fails_on_rows
alter table public.p
  attach partition public.p_1 for values in (1);

-- down
-- ! blocks_reads, blocks_writes
alter table public.p
  detach partition public.p_1;
-- ! blocks_reads
alter table public.p_1
  drop constraint p_v_fkey;
