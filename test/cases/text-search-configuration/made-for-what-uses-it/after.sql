create text search configuration public.en (copy = pg_catalog.english);
create text search dictionary public.stems (template = pg_catalog.snowball, language = english);
create text search dictionary public."Kept words" (template = pg_catalog.simple, stopwords = english, accept = false);
alter text search configuration public.en alter mapping for asciiword, word with public."Kept words", public.stems;
alter text search configuration public.en drop mapping for email, url, host;
comment on text search configuration public.en is 'English, as notes are written';
create text search configuration public.empty (parser = "default");
create table public.notes (
  id integer primary key,
  body text,
  lang regconfig not null default 'public.en',
  found tsvector generated always as (to_tsvector('public.en', coalesce(body, ''))) stored
);
create index notes_found_idx on public.notes using gin (found);
create index notes_body_idx on public.notes using gin (to_tsvector('public.en', body));
create view public.parsed as select id, to_tsvector('public.en', body) as words from public.notes;
create function public.sql_text(query text) returns tsquery language sql stable as $$ select to_tsquery('public.en', query) $$;
create function public.plpgsql_text(query text) returns tsquery language plpgsql stable as $$ begin return to_tsquery('public.en', query); end $$;
