-- up
-- ! blocks_reads
alter table public.t
  add constraint positive check ((a > 0)) not valid;

-- down
-- ! blocks_reads
alter table public.t
  drop constraint positive;
