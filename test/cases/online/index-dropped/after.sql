create table public.notes (
  id bigint not null,
  owner text,
  title text
);
create index notes_kept_idx on public.notes (title);
