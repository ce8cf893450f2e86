create table public.notes (
  id bigint not null,
  owner text,
  title text,
  made timestamptz
);

alter table public.notes add constraint notes_title_check check (title <> '' and title <> '-');
