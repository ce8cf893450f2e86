-- up
-- ! blocks_reads
alter sequence public.s set unlogged;
create unlogged sequence public.r
  as bigint
  increment by 1
  minvalue 1
  maxvalue 9223372036854775807
  start with 1
  cache 1
  no cycle;

-- down
-- ! data_loss, breaks_clients
drop sequence public.r;
-- ! blocks_reads
alter sequence public.s set logged;
