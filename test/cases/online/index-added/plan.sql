-- up
create table public.tags (
  id bigint not null,
  name text,
  constraint tags_pkey primary key (id)
);
-- ! opens_access
create function public.count_notes()
 returns bigint
 language sql
begin atomic
 select count(*) as count
    from public.notes;
end
;
create index tags_name_idx on public.tags using btree (name);

-- the next migration
-- atlas:txmode none
create index concurrently notes_owner_idx on public.notes using btree (owner);

-- the next migration
-- atlas:txmode none
-- ! fails_on_rows
create unique index concurrently notes_title_idx on public.notes using btree (lower(title)) where (owner is not null);

-- the next migration
comment on index public.notes_owner_idx is 'Who has them.';
alter index public.notes_title_idx
  alter column 1 set statistics 200;

-- down
comment on index public.notes_owner_idx is null;
alter index public.notes_title_idx
  alter column 1 set statistics -1;

-- the next migration
-- atlas:txmode none
drop index concurrently public.notes_title_idx;

-- the next migration
-- atlas:txmode none
drop index concurrently public.notes_owner_idx;

-- the next migration
-- ! breaks_clients
drop function public.count_notes();
-- ! data_loss, breaks_clients
drop table public.tags;
