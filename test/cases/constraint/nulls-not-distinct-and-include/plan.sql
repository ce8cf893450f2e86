-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint k unique nulls not distinct (a) include (b) with (fillfactor=70);

-- down
-- ! blocks_reads
alter table public.t
  drop constraint k;
