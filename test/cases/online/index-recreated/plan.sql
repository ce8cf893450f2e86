-- not online: index public.notes.notes_owner_idx: it is recreated under its name, and until it is built there would be none. Give the new one another name
-- up
-- ! blocks_reads
drop index public.notes_owner_idx;
-- ! scan, blocks_writes
create index notes_owner_idx on public.notes using btree (owner, made);

-- down
-- ! blocks_reads
drop index public.notes_owner_idx;
-- ! scan, blocks_writes
create index notes_owner_idx on public.notes using btree (owner);
