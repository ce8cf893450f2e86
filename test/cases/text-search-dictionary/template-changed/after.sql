create text search dictionary public.words (template = pg_catalog.snowball, language = english);
comment on text search dictionary public.words is 'those that count';
create text search configuration public.en (parser = pg_catalog."default");
alter text search configuration public.en add mapping for asciiword, word with public.words;
comment on text search configuration public.en is 'of notes';
create table public.notes (
  id integer primary key,
  body text,
  found tsvector generated always as (to_tsvector('public.en', body)) stored
);
create index notes_found_idx on public.notes using gin (found);
create index notes_body_idx on public.notes using gin (to_tsvector('public.en', body));
create function public.found(query text) returns setof integer language sql stable
begin atomic
  select id from public.notes where found @@ to_tsquery('public.en', query);
end;
