-- up
-- ! blocks_writes
alter sequence public.s
  as bigint
  minvalue 1
  maxvalue 9223372036854775807;

-- down
-- ! blocks_writes
alter sequence public.s
  as integer
  minvalue 1
  maxvalue 2147483647;
