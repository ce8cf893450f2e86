-- up
-- ! blocks_reads
alter table public.p
  detach partition public.p1;
-- ! scan, blocks_reads, fails_on_rows
alter table public.p1
  alter column b set not null;
-- ! blocks_reads, fails_on_rows
alter table public.q_late
  alter column b set not null;
-- ! blocks_reads
alter table public.p_late
  detach partition public.p1_late;
-- ! scan, blocks_reads, fails_on_rows
alter table public.p1_late
  alter column b set not null;
-- ! scan, blocks_reads, fails_on_rows
alter table public.q
  attach partition public.p1 for values in (1);
-- ! scan, blocks_reads, fails_on_rows
alter table public.q_late
  attach partition public.p1_late for values in (1);

-- down
-- ! blocks_reads
alter table public.q
  detach partition public.p1;
-- ! blocks_reads
alter table public.p1
  alter column b drop not null;
-- ! blocks_reads
alter table public.q_late
  detach partition public.p1_late;
-- ! blocks_reads
alter table public.p1_late
  alter column b drop not null;
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  attach partition public.p1 for values in (1);
-- ! scan, blocks_reads, fails_on_rows
alter table public.p_late
  attach partition public.p1_late for values in (1);
-- ! blocks_reads
alter table public.q_late
  alter column b drop not null;
