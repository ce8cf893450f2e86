-- up
drop function public.found(text);
-- ! blocks_reads
drop index public.notes_body_idx;
-- ! blocks_reads
drop index public.notes_found_idx;
-- ! blocks_reads
alter table public.notes
  drop column found;
drop text search configuration public.en;
drop text search dictionary public.words;
create text search dictionary public.words (
  template = pg_catalog.snowball,
  language = 'english'
);
comment on text search dictionary public.words is 'those that count';
create text search configuration public.en (parser = pg_catalog."default");
alter text search configuration public.en
  add mapping for asciiword, word
  with public.words;
comment on text search configuration public.en is 'of notes';
-- ! rewrite, scan, blocks_reads
alter table public.notes
  add column found tsvector generated always as (to_tsvector('public.en'::regconfig, body)) stored;
create function public.found(query text)
 returns setof integer
 language sql
 stable
begin atomic
 select notes.id
    from public.notes
   where (notes.found @@ to_tsquery('public.en'::regconfig, found.query));
end
;
-- ! scan, blocks_writes
create index notes_body_idx on public.notes using gin (to_tsvector('public.en'::regconfig, body));
-- ! scan, blocks_writes
create index notes_found_idx on public.notes using gin (found);

-- down
drop function public.found(text);
-- ! blocks_reads
drop index public.notes_body_idx;
-- ! blocks_reads
drop index public.notes_found_idx;
-- ! blocks_reads
alter table public.notes
  drop column found;
drop text search configuration public.en;
drop text search dictionary public.words;
create text search dictionary public.words (
  template = pg_catalog.simple,
  stopwords = 'english'
);
comment on text search dictionary public.words is 'those that count';
create text search configuration public.en (parser = pg_catalog."default");
alter text search configuration public.en
  add mapping for asciiword, word
  with public.words;
comment on text search configuration public.en is 'of notes';
-- ! rewrite, scan, blocks_reads
alter table public.notes
  add column found tsvector generated always as (to_tsvector('public.en'::regconfig, body)) stored;
create function public.found(query text)
 returns setof integer
 language sql
 stable
begin atomic
 select notes.id
    from public.notes
   where (notes.found @@ to_tsquery('public.en'::regconfig, found.query));
end
;
-- ! scan, blocks_writes
create index notes_body_idx on public.notes using gin (to_tsvector('public.en'::regconfig, body));
-- ! scan, blocks_writes
create index notes_found_idx on public.notes using gin (found);
