-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.a
  alter column id set not null,
  alter column id add generated always as identity;
select pg_catalog.setval('public.a_id_seq', pg_catalog.max(id))
from public.a
having pg_catalog.max(id) >= (select last_value from public.a_id_seq);
create table public.b (
  id integer not null generated always as identity
);
revoke all on sequence public.b_id_seq from anon;

-- down
-- ! blocks_reads
alter table public.a
  alter column id drop identity,
  alter column id drop not null;
-- ! data_loss, breaks_clients
drop table public.b;
