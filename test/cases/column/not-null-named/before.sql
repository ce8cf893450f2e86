create table public."My Table" (
  id integer constraint "My Table_id_must" not null,
  "A b" text constraint "a ""b"" must" not null,
  plain text not null,
  free text,
  long_and_longer_and_longer_and_longer_and_longer_and_longer_name text not null
);
create table public.goes (id integer constraint gone not null);
