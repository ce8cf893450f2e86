-- up
-- ! blocks_reads
alter table public.t
  alter column id add generated always as identity;
select pg_catalog.setval('public.t_id_seq', pg_catalog.max(id))
from public.t
having pg_catalog.max(id) >= (select last_value from public.t_id_seq);

-- down
-- ! blocks_reads
alter table public.t
  alter column id drop identity;
