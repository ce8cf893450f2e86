-- up
-- ! blocks_reads
alter table public.notes
  drop constraint notes_title_check,
  add constraint notes_title_check check (((title <> ''::text) and (title <> '-'::text))) not valid;

-- the next migration
-- ! scan, fails_on_rows
alter table public.notes
  validate constraint notes_title_check;

-- down
-- ! blocks_reads
alter table public.notes
  drop constraint notes_title_check,
  add constraint notes_title_check check (((title <> ''::text) and (title <> '-'::text))) not valid;

-- the next migration
-- atlas:txmode none
-- ! blocks_reads
alter table public.notes
  drop constraint notes_title_check,
  add constraint notes_title_check check ((title <> ''::text)) not valid;
-- ! scan, fails_on_rows
alter table public.notes
  validate constraint notes_title_check;
