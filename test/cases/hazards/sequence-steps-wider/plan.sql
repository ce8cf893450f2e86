-- up
-- ! blocks_writes
alter sequence public.s
  increment by 10
  cache 5;

-- down
-- ! blocks_writes
alter sequence public.s
  increment by 1
  cache 1;
