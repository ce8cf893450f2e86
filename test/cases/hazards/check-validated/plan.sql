-- up
-- ! scan, fails_on_rows
alter table public.t
  validate constraint positive;

-- down
-- ! blocks_reads
alter table public.t
  drop constraint positive,
  add constraint positive check ((a > 0)) not valid;
