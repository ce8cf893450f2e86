-- up
create sequence public.s;
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
