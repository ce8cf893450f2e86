-- up
create sequence public.s
  as bigint
  increment by 1
  minvalue 1
  maxvalue 9223372036854775807
  start with 1
  cache 1
  no cycle;
-- ! blocks_reads
alter table only public.t
  alter column a set default nextval('public.s'::regclass);
select pg_catalog.setval('public.s', pg_catalog.max(a))
from public.t
having pg_catalog.max(a) >= (select last_value from public.s);
create table public.u (
  a integer default nextval('public.s'::regclass)
);

-- down
-- ! blocks_reads
alter table only public.t
  alter column a drop default;
-- ! data_loss, breaks_clients
drop table public.u;
-- ! data_loss, breaks_clients
drop sequence public.s;
