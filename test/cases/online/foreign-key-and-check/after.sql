create table public.owners (name text primary key);
create table public.notes (
  id bigint not null,
  owner text,
  title text,
  made timestamptz
);

alter table public.notes add constraint notes_owner_fkey foreign key (owner) references public.owners (name) on delete cascade deferrable initially deferred;
alter table public.notes add constraint notes_title_check check (title <> '') no inherit;
comment on constraint notes_title_check on public.notes is 'It is called something.';
create table public.tags (note_owner text constraint tags_fkey references public.owners (name), name text constraint tags_name_check check (name <> ''));
