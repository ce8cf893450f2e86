create table public.notes (
  id bigint not null,
  owner text,
  title text,
  made timestamptz
);
