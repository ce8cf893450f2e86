create text search dictionary public.stems (template = pg_catalog.snowball, language = english);
create text search configuration public.en (copy = pg_catalog.simple);
alter text search configuration public.en alter mapping for asciiword, word with public.stems;
alter text search configuration public.en drop mapping for numword;
create table public.notes (
  id integer primary key,
  body text,
  found tsvector generated always as (to_tsvector('public.en', body)) stored
);
create index notes_body_idx on public.notes using gin (to_tsvector('public.en', body));
create index notes_found_idx on public.notes using gin (found);
create function public.words_of(body text) returns tsvector language sql immutable
return to_tsvector('public.en', body);
create index notes_words_idx on public.notes using gin (public.words_of(body));
create materialized view public.words as select id, to_tsvector('public.en', body) as words from public.notes;
create view public.query as select to_tsquery('public.en', 'dogs') as query;
