-- up
-- ! scan, fails_on_rows
alter table public.t
  validate constraint positive;

-- down
-- ! blocks_reads
alter table public.t
  drop constraint positive;
-- ! blocks_reads
alter table public.t
  add constraint positive check ((a > 0)) not valid;
