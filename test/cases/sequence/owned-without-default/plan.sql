-- up
-- ! blocks_writes
alter sequence public.s owned by public.t.a;
create table public.u (
  a integer
);
create sequence public.r
  as bigint
  increment by 1
  minvalue 1
  maxvalue 9223372036854775807
  start with 1
  cache 1
  no cycle;
alter sequence public.r owned by public.u.a;

-- down
-- ! blocks_writes
alter sequence public.s owned by none;
-- ! data_loss, breaks_clients
drop table public.u;
