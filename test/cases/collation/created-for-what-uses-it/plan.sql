-- up
create collation public."Any Case" (
  provider = icu,
  locale = 'und-u-ks-level2',
  deterministic = false
);
create collation public.apart (
  provider = libc,
  lc_collate = 'C',
  lc_ctype = 'POSIX'
);
create collation public.copied (
  provider = icu,
  locale = 'de-u-co-phonebk'
);
create collation public.german (
  provider = icu,
  locale = 'de-u-co-phonebk'
);
comment on collation public.german is 'as in telephone books: it''s ä like ae';
create collation public.plain (
  provider = libc,
  locale = 'C'
);
create type public.pair as (
  a text collate public.german,
  b integer
);
create domain public.tag as text
  collate public."Any Case";
-- ! scan, blocks_reads
alter table public.names
  add column name text collate public.german,
  add column note text,
  add column tag public.tag,
  add constraint names_note_check check ((note <> ('a'::text collate public.plain)));
create type public.words as range (
  subtype = text,
  collation = public.german
);
create table public.parted (
  id integer,
  key text collate public.german
)
partition by list (key);
-- ! opens_access
create function public.first_of(a text, b text)
 returns boolean
 language sql
 immutable
return (a < (b collate public.german))
;
-- ! scan, blocks_writes
create index names_note_idx on public.names using btree (note collate public.apart);

-- down
-- ! breaks_clients
drop collation public.copied;
-- ! breaks_clients
drop type public.pair;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.names
  drop constraint names_note_check,
  drop column name;
-- ! breaks_clients
drop collation public.plain;
-- ! breaks_clients
drop function public.first_of(text, text);
-- ! blocks_reads
drop index public.names_note_idx;
-- ! breaks_clients
drop collation public.apart;
-- ! breaks_clients
drop type public.words;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.names
  drop column note,
  drop column tag;
-- ! breaks_clients
drop domain public.tag;
-- ! breaks_clients
drop collation public."Any Case";
-- ! data_loss, breaks_clients
drop table public.parted;
-- ! breaks_clients
drop collation public.german;
