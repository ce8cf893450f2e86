create collation public.german (provider = icu, locale = 'de-u-co-phonebk');
comment on collation public.german is 'as in telephone books: it''s ä like ae';
create collation public."Any Case" (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create collation public.plain (provider = libc, locale = 'C');
create collation public.apart (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
create collation public.copied from public.german;
create domain public.tag as text collate public."Any Case";
create type public.pair as (a text collate public.german, b integer);
create type public.words as range (subtype = text, collation = public.german);
create table public.names (
  id integer primary key,
  code varchar(10),
  name text collate public.german,
  tag public.tag,
  note text,
  constraint names_note_check check (note <> 'a' collate public.plain)
);
create index names_note_idx on public.names (note collate public.apart);
create view public.codes as select code from public.names;
create function public.first_of(a text, b text) returns boolean language sql immutable return a < b collate public.german;
create table public.parted (id integer, key text collate public.german) partition by list (key);
