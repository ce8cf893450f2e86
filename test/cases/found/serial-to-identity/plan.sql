-- up
alter sequence public.sack_id_seq rename to sack_id_seq_old;
-- ! breaks_clients
alter sequence public.bag_id_seq rename to bag_id_seq_old;
-- ! blocks_reads
alter table public.bag
  alter column id drop default,
  alter column id add generated always as identity;
select pg_catalog.setval('public.bag_id_seq', last_value)
from public.bag_id_seq_old
where is_called and last_value >= (select last_value from public.bag_id_seq);
select pg_catalog.setval('public.bag_id_seq', pg_catalog.max(id))
from public.bag
having pg_catalog.max(id) >= (select last_value from public.bag_id_seq);
create sequence public.sack_id_seq
  as integer
  owned by public.sack.id;
select pg_catalog.setval('public.sack_id_seq', last_value)
from public.sack_id_seq_old
where is_called and last_value >= (select last_value from public.sack_id_seq);
-- ! blocks_reads
alter table public.sack
  alter column id drop identity,
  alter column id set default nextval('public.sack_id_seq'::regclass);
select pg_catalog.setval('public.sack_id_seq', pg_catalog.max(id))
from public.sack
having pg_catalog.max(id) >= (select last_value from public.sack_id_seq);
drop sequence public.bag_id_seq_old;

-- down
alter sequence public.bag_id_seq rename to bag_id_seq_old;
-- ! breaks_clients
alter sequence public.sack_id_seq rename to sack_id_seq_old;
-- ! blocks_reads
alter table public.sack
  alter column id drop default,
  alter column id add generated always as identity (start with 7);
select pg_catalog.setval('public.sack_id_seq', last_value)
from public.sack_id_seq_old
where is_called and last_value >= (select last_value from public.sack_id_seq);
select pg_catalog.setval('public.sack_id_seq', pg_catalog.max(id))
from public.sack
having pg_catalog.max(id) >= (select last_value from public.sack_id_seq);
create sequence public.bag_id_seq
  owned by public.bag.id;
select pg_catalog.setval('public.bag_id_seq', last_value)
from public.bag_id_seq_old
where is_called and last_value >= (select last_value from public.bag_id_seq);
-- ! blocks_reads
alter table public.bag
  alter column id drop identity,
  alter column id set default nextval('public.bag_id_seq'::regclass);
select pg_catalog.setval('public.bag_id_seq', pg_catalog.max(id))
from public.bag
having pg_catalog.max(id) >= (select last_value from public.bag_id_seq);
drop sequence public.sack_id_seq_old;
