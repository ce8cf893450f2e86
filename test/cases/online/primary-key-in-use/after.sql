create table public.notes (
  id bigint not null,
  code uuid not null constraint notes_code_pkey primary key,
  constraint notes_id_key unique (id)
);
create table public.tags (note bigint constraint tags_note_fkey references public.notes (id));
