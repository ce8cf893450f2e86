-- up
-- ! blocks_reads
alter table public.notes
  add constraint body_is_not_null check (body is not null) not valid;

-- the next migration
-- atlas:txmode none
create index concurrently notes_body on public.notes using btree (body);

-- the next migration
-- ! scan, fails_on_rows
alter table public.notes
  validate constraint body_is_not_null;

-- the next migration
-- ! blocks_reads
alter table public.notes
  alter column body set not null;
alter table public.notes
  drop constraint body_is_not_null;
-- ! changes_statements
create event trigger refuse
  on ddl_command_start
  execute function public.refuse();

-- down
-- ! changes_statements
drop event trigger refuse;
-- ! scan, blocks_reads
alter table public.notes
  alter column body drop not null,
  add constraint body_is_not_null check ((body is not null));

-- the next migration
-- ! blocks_reads
alter table public.notes
  drop constraint body_is_not_null,
  add constraint body_is_not_null check ((body is not null)) not valid;

-- the next migration
-- atlas:txmode none
drop index concurrently public.notes_body;

-- the next migration
-- ! blocks_reads
alter table public.notes
  drop constraint body_is_not_null;
