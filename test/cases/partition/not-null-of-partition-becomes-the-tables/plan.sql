-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.ev
  alter column kind set not null;

-- down
-- ! blocks_reads
alter table public.ev
  alter column kind drop not null;
-- ! scan, blocks_reads
alter table public.ev_1
  alter column kind set not null;
