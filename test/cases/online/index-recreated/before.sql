create table public.notes (
  id bigint not null,
  owner text,
  title text,
  made timestamptz
);

create index notes_owner_idx on public.notes (owner);
