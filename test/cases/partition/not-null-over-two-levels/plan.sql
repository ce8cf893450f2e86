-- up
-- ! blocks_reads, fails_on_rows
alter table public.p
  alter column s set not null;

-- down
-- ! blocks_reads
alter table public.p
  alter column s drop not null;
-- ! scan, blocks_reads
alter table public.p_1_1
  alter column s set not null;
