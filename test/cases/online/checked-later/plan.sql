-- up
-- ! scan, fails_on_rows
alter table public.notes
  validate constraint notes_title_check;

-- down
-- ! blocks_reads
alter table public.notes
  drop constraint notes_title_check,
  add constraint notes_title_check check ((title <> ''::text)) not valid;
