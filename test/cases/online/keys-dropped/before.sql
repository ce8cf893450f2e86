create table public.notes (
  id bigint not null,
  owner text constraint notes_owner_key unique,
  title text
);
create table public.tags (owner text constraint tags_owner_fkey references public.notes (owner), name text constraint tags_name_check check (name <> ''));
