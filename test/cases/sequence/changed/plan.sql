-- up
-- ! data_loss, breaks_clients
drop sequence public.gone;
-- ! blocks_writes, renumbers
alter sequence public.s
  as integer
  increment by -2
  minvalue -100
  maxvalue -1
  start with -3
  cache 4
  cycle
  restart;
comment on sequence public.s is 'S';

-- down
-- ! blocks_writes, renumbers
alter sequence public.s
  as bigint
  increment by 1
  minvalue 1
  maxvalue 9223372036854775807
  start with 1
  cache 1
  no cycle
  restart;
comment on sequence public.s is null;
create sequence public.gone;
