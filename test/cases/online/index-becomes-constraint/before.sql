create table public.notes (
  id bigint not null,
  owner text,
  title text,
  made timestamptz
);

create unique index notes_owner_key on public.notes (owner);
