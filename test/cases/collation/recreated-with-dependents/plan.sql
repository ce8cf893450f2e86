-- up
-- ! blocks_reads
alter table public.t
  alter column word type text using word::text,
  drop constraint t_name_check;
drop domain public.word;
drop function public.before(text, text);
-- ! blocks_reads
drop index public.t_name_idx;
drop materialized view public.kept;
-- ! blocks_reads
drop policy read on public.t;
drop type public.words;
drop statistics public.t_stat;
drop view public.sorted;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'sv'
);
-- ! fails_on_rows
create domain public.word as text
  collate public.c
  constraint word_check check ((value <> ''::text));
-- ! rewrite, scan, blocks_reads, fails_on_rows
alter table public.t
  alter column word type public.word,
  add constraint t_name_check check ((name <> ('a'::text collate public.c)));
create type public.words as range (
  subtype = text,
  collation = public.c
);
create statistics public.t_stat
  on id, (name collate public.c)
  from public.t;
create function public.before(a text, b text)
 returns boolean
 language sql
 immutable
return (a < (b collate public.c))
;
-- ! scan, blocks_writes
create index t_name_idx on public.t using btree (name collate public.c);
-- ! scan
create materialized view public.kept as
 select id
   from public.t
  where ((name || 'x'::text) > ('a'::text collate public.c));
-- ! blocks_reads
create policy read on public.t
  for select
  to public
  using (name > ('a'::text collate public.c));
create view public.sorted as
 select (name collate public.c) as name
   from public.t;

-- down
-- ! blocks_reads
alter table public.t
  alter column word type text using word::text,
  drop constraint t_name_check;
drop domain public.word;
drop function public.before(text, text);
-- ! blocks_reads
drop index public.t_name_idx;
drop materialized view public.kept;
-- ! blocks_reads
drop policy read on public.t;
drop type public.words;
drop statistics public.t_stat;
drop view public.sorted;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'de'
);
-- ! fails_on_rows
create domain public.word as text
  collate public.c
  constraint word_check check ((value <> ''::text));
-- ! rewrite, scan, blocks_reads, fails_on_rows
alter table public.t
  alter column word type public.word,
  add constraint t_name_check check ((name <> ('a'::text collate public.c)));
create type public.words as range (
  subtype = text,
  collation = public.c
);
create statistics public.t_stat
  on id, (name collate public.c)
  from public.t;
create function public.before(a text, b text)
 returns boolean
 language sql
 immutable
return (a < (b collate public.c))
;
-- ! scan, blocks_writes
create index t_name_idx on public.t using btree (name collate public.c);
-- ! scan
create materialized view public.kept as
 select id
   from public.t
  where ((name || 'x'::text) > ('a'::text collate public.c));
-- ! blocks_reads
create policy read on public.t
  for select
  to public
  using (name > ('a'::text collate public.c));
create view public.sorted as
 select (name collate public.c) as name
   from public.t;
