create table public.notes (
  id bigint not null,
  owner text
);
create unique index notes_id_idx on public.notes (id);
alter table public.notes replica identity using index notes_id_idx;
