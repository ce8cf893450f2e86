-- up
-- ! blocks_reads
alter table public.tags
  drop constraint tags_owner_fkey;

-- the next migration
-- ! blocks_reads
alter table public.tags
  drop constraint tags_name_check;

-- the next migration
-- ! blocks_reads
alter table public.notes
  drop constraint notes_owner_key;

-- down
-- atlas:txmode none
-- ! fails_on_rows
create unique index concurrently notes_owner_key on public.notes (owner);
-- ! blocks_reads
alter table public.notes
  add constraint notes_owner_key unique using index notes_owner_key;

-- the next migration
-- atlas:txmode none
-- ! blocks_reads
alter table public.tags
  add constraint tags_name_check check ((name <> ''::text)) not valid;
-- ! scan, fails_on_rows
alter table public.tags
  validate constraint tags_name_check;

-- the next migration
-- atlas:txmode none
-- ! blocks_writes
alter table public.tags
  add constraint tags_owner_fkey foreign key (owner)
    references public.notes (owner) not valid;
-- ! scan, fails_on_rows
alter table public.tags
  validate constraint tags_owner_fkey;
