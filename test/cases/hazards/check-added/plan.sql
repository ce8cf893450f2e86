-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint positive check ((a > 0));

-- down
-- ! blocks_reads
alter table public.t
  drop constraint positive;
