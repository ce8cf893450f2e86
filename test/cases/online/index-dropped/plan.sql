-- up
-- atlas:txmode none
drop index concurrently public.notes_made_idx;

-- the next migration
-- ! data_loss, blocks_reads, breaks_clients
alter table public.notes
  drop column made;

-- the next migration
-- atlas:txmode none
drop index concurrently public.notes_owner_idx;

-- down
-- atlas:txmode none
create index concurrently notes_owner_idx on public.notes using btree (owner);
comment on index public.notes_owner_idx is 'Who has them.';

-- the next migration
-- ! blocks_reads
alter table public.notes
  add column made timestamptz;

-- the next migration
-- atlas:txmode none
create index concurrently notes_made_idx on public.notes using btree (made);
