-- up
-- ! blocks_writes
alter sequence public.s
  as bigint
  increment by 10
  minvalue 1
  maxvalue 9223372036854775807
  start with 1
  cache 5
  no cycle;

-- down
-- ! blocks_writes
alter sequence public.s
  as bigint
  increment by 1
  minvalue 1
  maxvalue 9223372036854775807
  start with 1
  cache 1
  no cycle;
