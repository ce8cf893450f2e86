-- up
-- atlas:txmode none
-- ! fails_on_rows
create unique index concurrently notes_code_pkey on public.notes (code);

-- the next migration
-- ! blocks_reads
alter table public.notes
  drop constraint notes_pkey,
  add constraint notes_code_pkey primary key using index notes_code_pkey;

-- down
-- atlas:txmode none
-- ! fails_on_rows
create unique index concurrently notes_pkey on public.notes (id);
-- ! blocks_reads
alter table public.notes
  drop constraint notes_code_pkey,
  add constraint notes_pkey primary key using index notes_pkey;
-- ! fails_on_rows
create unique index concurrently notes_code_pkey on public.notes using btree (code);

-- the next migration
-- atlas:txmode none
drop index concurrently public.notes_code_pkey;
