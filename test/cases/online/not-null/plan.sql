-- up
-- ! blocks_reads
alter table public.notes
  add constraint owner_is_not_null check (owner is not null) not valid;
-- ! blocks_reads
alter table public.notes
  alter column title set default ''::text,
  add column kind text not null default 'a'::text;
alter table public.notes
  add constraint title_is_not_null check (title is not null) not valid;

-- the next migration
-- ! scan, fails_on_rows
alter table public.notes
  validate constraint owner_is_not_null;

-- the next migration
-- ! scan, fails_on_rows
alter table public.notes
  validate constraint title_is_not_null;

-- the next migration
-- ! blocks_reads
alter table public.notes
  alter column owner set not null;
alter table public.notes
  drop constraint owner_is_not_null;

-- the next migration
-- ! blocks_reads
alter table public.notes
  alter column title set not null;
alter table public.notes
  drop constraint title_is_not_null;

-- down
-- atlas:txmode none
-- ! blocks_reads
alter table public.notes
  alter column title drop not null,
  add constraint title_is_not_null check ((title is not null)) not valid;
-- ! scan
alter table public.notes
  validate constraint title_is_not_null;

-- the next migration
-- atlas:txmode none
-- ! blocks_reads
alter table public.notes
  alter column owner drop not null,
  add constraint owner_is_not_null check ((owner is not null)) not valid;
-- ! scan
alter table public.notes
  validate constraint owner_is_not_null;

-- the next migration
-- ! blocks_reads
alter table public.notes
  drop constraint title_is_not_null,
  add constraint title_is_not_null check ((title is not null)) not valid;

-- the next migration
-- ! blocks_reads
alter table public.notes
  drop constraint owner_is_not_null,
  add constraint owner_is_not_null check ((owner is not null)) not valid;

-- the next migration
-- ! data_loss, blocks_reads, breaks_clients
alter table public.notes
  drop constraint owner_is_not_null,
  drop constraint title_is_not_null,
  alter column title drop default,
  drop column kind;
