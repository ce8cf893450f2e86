-- up
-- ! blocks_reads, blocks_writes, renumbers
alter table public.t
  alter column id set start with 1000 set minvalue 1000 restart;
select pg_catalog.setval('public.t_id_seq', pg_catalog.max(id))
from public.t
having pg_catalog.max(id) >= (select last_value from public.t_id_seq);

-- down
-- ! blocks_reads, blocks_writes
alter table public.t
  alter column id set start with 1 set minvalue 1;
