-- up
alter index public.notes_id_idx rename to notes_id_new_idx;

-- the next migration
-- atlas:txmode none
create index concurrently notes_owner_idx on public.notes using btree (owner);

-- the next migration
alter table public.notes
  cluster on notes_owner_idx;

-- down
alter table public.notes
  set without cluster;

-- the next migration
-- atlas:txmode none
drop index concurrently public.notes_owner_idx;

-- the next migration
alter index public.notes_id_new_idx rename to notes_id_idx;
