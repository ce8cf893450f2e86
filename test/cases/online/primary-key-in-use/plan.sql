-- not online: constraint public.notes.notes_code_pkey: other objects use the primary key that it replaces
-- not online: constraint public.notes.notes_id_key: constraint public.tags.tags_note_fkey needs it, and is recreated in the same plan
-- up
-- ! blocks_reads
alter table public.tags
  drop constraint tags_note_fkey;
-- ! scan, blocks_reads, fails_on_rows
alter table public.notes
  drop constraint notes_pkey,
  add constraint notes_code_pkey primary key (code),
  add constraint notes_id_key unique (id);
-- ! blocks_writes
alter table public.tags
  add constraint tags_note_fkey foreign key (note)
    references public.notes (id) not valid;

-- the next migration
-- ! scan
alter table public.tags
  validate constraint tags_note_fkey;

-- down
-- ! blocks_reads
alter table public.tags
  drop constraint tags_note_fkey,
  add constraint tags_note_fkey foreign key (note)
    references public.notes (id) not valid;

-- the next migration
-- ! blocks_reads
alter table public.tags
  drop constraint tags_note_fkey;
-- ! scan, blocks_reads, fails_on_rows
alter table public.notes
  drop constraint notes_code_pkey,
  drop constraint notes_id_key,
  add constraint notes_pkey primary key (id);
-- ! scan, blocks_writes, fails_on_rows
alter table public.tags
  add constraint tags_note_fkey foreign key (note)
    references public.notes (id);
