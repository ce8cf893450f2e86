create table public.notes (
  id bigint constraint notes_pkey primary key,
  owner text,
  title text,
  constraint notes_owner_title_key unique nulls not distinct (owner, title) deferrable initially deferred,
  constraint notes_owner_key unique (owner) include (title)
);
comment on constraint notes_owner_key on public.notes is 'One each.';
comment on index public.notes_owner_key is 'Its index.';
create table public.tags (note bigint constraint tags_note_fkey references public.notes (id), name text);
create view public.counts as select id, owner, count(*) as number from public.notes group by id;
comment on view public.counts is 'It needs the key.';
