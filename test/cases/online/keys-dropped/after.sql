create table public.notes (
  id bigint not null,
  owner text,
  title text
);
create table public.tags (owner text, name text);
