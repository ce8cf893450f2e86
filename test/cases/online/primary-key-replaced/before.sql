create table public.notes (
  id bigint not null constraint notes_pkey primary key,
  code uuid not null
);
