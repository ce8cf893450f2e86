-- up
-- ! blocks_reads
alter table public.notes
  add constraint notes_owner_key unique using index notes_owner_key;

-- down
-- atlas:txmode none
-- ! blocks_reads
alter table public.notes
  drop constraint notes_owner_key;
-- ! fails_on_rows
create unique index concurrently notes_owner_key on public.notes using btree (owner);
