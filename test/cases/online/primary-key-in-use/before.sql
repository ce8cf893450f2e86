create table public.notes (
  id bigint not null constraint notes_pkey primary key,
  code uuid not null
);
create table public.tags (note bigint constraint tags_note_fkey references public.notes (id));
