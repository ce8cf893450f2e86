-- up
-- ! blocks_reads
alter table public.notes
  add constraint id_is_not_null check (id is not null) not valid;
create table public.tags (
  note bigint,
  name text
);

-- the next migration
-- atlas:txmode none
-- ! fails_on_rows
create unique index concurrently notes_owner_key on public.notes (owner) include (title);

-- the next migration
-- atlas:txmode none
-- ! fails_on_rows
create unique index concurrently notes_owner_title_key on public.notes (owner, title) nulls not distinct;

-- the next migration
-- atlas:txmode none
-- ! fails_on_rows
create unique index concurrently notes_pkey on public.notes (id);

-- the next migration
-- ! scan, fails_on_rows
alter table public.notes
  validate constraint id_is_not_null;

-- the next migration
-- ! blocks_reads
alter table public.notes
  alter column id set not null;
alter table public.notes
  drop constraint id_is_not_null;

-- the next migration
-- ! blocks_reads
alter table public.notes
  add constraint notes_owner_key unique using index notes_owner_key;

-- the next migration
comment on constraint notes_owner_key on public.notes is 'One each.';
comment on index public.notes_owner_key is 'Its index.';

-- the next migration
-- ! blocks_reads
alter table public.notes
  add constraint notes_owner_title_key unique using index notes_owner_title_key deferrable initially deferred;

-- the next migration
-- ! blocks_reads
alter table public.notes
  add constraint notes_pkey primary key using index notes_pkey;

-- the next migration
-- ! blocks_writes
alter table public.tags
  add constraint tags_note_fkey foreign key (note)
    references public.notes (id);
-- ! opens_access
create view public.counts as
 select id,
    owner,
    count(*) as number
   from public.notes
  group by id;
comment on view public.counts is 'It needs the key.';

-- down
-- ! blocks_reads
alter table public.tags
  drop constraint tags_note_fkey;
-- ! breaks_clients
drop view public.counts;

-- the next migration
-- atlas:txmode none
-- ! blocks_reads
alter table public.notes
  drop constraint notes_pkey;
-- ! fails_on_rows
create unique index concurrently notes_pkey on public.notes using btree (id);

-- the next migration
-- atlas:txmode none
-- ! blocks_reads
alter table public.notes
  drop constraint notes_owner_title_key;
-- ! fails_on_rows
create unique index concurrently notes_owner_title_key on public.notes using btree (owner, title) nulls not distinct;

-- the next migration
comment on constraint notes_owner_key on public.notes is null;
comment on index public.notes_owner_key is null;

-- the next migration
-- atlas:txmode none
-- ! blocks_reads
alter table public.notes
  drop constraint notes_owner_key;
-- ! fails_on_rows
create unique index concurrently notes_owner_key on public.notes using btree (owner) include (title);

-- the next migration
-- atlas:txmode none
-- ! blocks_reads
alter table public.notes
  alter column id drop not null,
  add constraint id_is_not_null check ((id is not null)) not valid;
-- ! scan
alter table public.notes
  validate constraint id_is_not_null;

-- the next migration
-- ! blocks_reads
alter table public.notes
  drop constraint id_is_not_null,
  add constraint id_is_not_null check ((id is not null)) not valid;

-- the next migration
-- atlas:txmode none
drop index concurrently public.notes_pkey;

-- the next migration
-- atlas:txmode none
drop index concurrently public.notes_owner_title_key;

-- the next migration
-- atlas:txmode none
drop index concurrently public.notes_owner_key;

-- the next migration
-- ! blocks_reads
alter table public.notes
  drop constraint id_is_not_null;
-- ! data_loss, breaks_clients
drop table public.tags;
