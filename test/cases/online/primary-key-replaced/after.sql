create table public.notes (
  id bigint not null,
  code uuid not null constraint notes_code_pkey primary key
);
