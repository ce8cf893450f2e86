-- up
-- ! blocks_writes, renumbers
alter sequence public.s
  minvalue 100
  start with 100
  restart;

-- down
-- ! blocks_writes
alter sequence public.s
  minvalue 1
  start with 1;
