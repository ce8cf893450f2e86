-- up
create table public.tags (
  note_owner text,
  name text,
  constraint tags_name_check check ((name <> ''::text))
);
-- ! blocks_writes
alter table public.notes
  add constraint notes_owner_fkey foreign key (owner)
    references public.owners (name) on delete cascade deferrable initially deferred not valid;
-- ! blocks_reads
alter table public.notes
  add constraint notes_title_check check ((title <> ''::text)) no inherit not valid;
comment on constraint notes_title_check on public.notes is 'It is called something.';
-- ! blocks_writes
alter table public.tags
  add constraint tags_fkey foreign key (note_owner)
    references public.owners (name);

-- the next migration
-- ! scan, fails_on_rows
alter table public.notes
  validate constraint notes_owner_fkey;

-- the next migration
-- ! scan, fails_on_rows
alter table public.notes
  validate constraint notes_title_check;

-- down
-- ! blocks_reads
alter table public.notes
  drop constraint notes_title_check,
  add constraint notes_title_check check ((title <> ''::text)) no inherit not valid;
comment on constraint notes_title_check on public.notes is 'It is called something.';

-- the next migration
-- ! blocks_reads
alter table public.notes
  drop constraint notes_owner_fkey,
  add constraint notes_owner_fkey foreign key (owner)
    references public.owners (name) on delete cascade deferrable initially deferred not valid;

-- the next migration
-- ! blocks_reads
alter table public.notes
  drop constraint notes_owner_fkey,
  drop constraint notes_title_check;
-- ! data_loss, blocks_reads, breaks_clients
drop table public.tags;
