-- not online: column public.notes.id: it becomes an identity in the same plan. Plan that apart
-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.notes
  alter column id set not null,
  alter column id add generated always as identity;
-- ! scan
select pg_catalog.setval('public.notes_id_seq', pg_catalog.max(id))
from public.notes
having pg_catalog.max(id) >= (select last_value from public.notes_id_seq);

-- down
-- ! blocks_reads
alter table public.notes
  alter column id drop identity,
  alter column id drop not null;
