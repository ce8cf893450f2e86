create table public."My Table" (
  id integer not null,
  "A b" text constraint other not null,
  plain text constraint plainly not null,
  free text constraint "must be" not null,
  long_and_longer_and_longer_and_longer_and_longer_and_longer_name text constraint short not null,
  more text constraint "more ""must""" not null default ''
);
create table public.comes (id integer constraint come not null, other integer not null);
