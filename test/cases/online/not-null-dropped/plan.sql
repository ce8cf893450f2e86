-- up
-- ! blocks_reads
alter table public.notes
  alter column owner drop not null;

-- down
-- atlas:txmode none
-- ! blocks_reads
alter table public.notes
  add constraint owner_is_not_null check (owner is not null) not valid;
-- ! scan, fails_on_rows
alter table public.notes
  validate constraint owner_is_not_null;
-- ! blocks_reads
alter table public.notes
  alter column owner set not null;
-- ! blocks_reads
alter table public.notes
  drop constraint owner_is_not_null;
