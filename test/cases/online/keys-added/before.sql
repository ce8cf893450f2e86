create table public.notes (
  id bigint,
  owner text,
  title text
);
