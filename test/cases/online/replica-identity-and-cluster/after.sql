create table public.notes (
  id bigint not null,
  owner text
);
create unique index notes_id_new_idx on public.notes (id);
alter table public.notes replica identity using index notes_id_new_idx;
create index notes_owner_idx on public.notes (owner);
alter table public.notes cluster on notes_owner_idx;
