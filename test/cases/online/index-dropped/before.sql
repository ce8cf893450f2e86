create table public.notes (
  id bigint not null,
  owner text,
  title text,
  made timestamptz
);

create index notes_owner_idx on public.notes (owner);
comment on index public.notes_owner_idx is 'Who has them.';
create index notes_made_idx on public.notes (made);
create index notes_kept_idx on public.notes (title);
