-- up
create text search configuration public.empty (parser = pg_catalog."default");
create text search dictionary public."Kept words" (
  template = pg_catalog.simple,
  accept = 'false',
  stopwords = 'english'
);
create text search dictionary public.stems (
  template = pg_catalog.snowball,
  language = 'english'
);
create text search configuration public.en (parser = pg_catalog."default");
alter text search configuration public.en
  add mapping for asciiword, word
  with public."Kept words", public.stems;
alter text search configuration public.en
  add mapping for
    numword, sfloat, version, hword_numpart, numhword, url_path, file, "float",
    "int", uint
  with pg_catalog.simple;
alter text search configuration public.en
  add mapping for hword_part, hword_asciipart, asciihword, hword
  with pg_catalog.english_stem;
comment on text search configuration public.en is 'English, as notes are written';
-- ! rewrite, scan, blocks_reads
alter table public.notes
  add column found tsvector generated always as (to_tsvector('public.en'::regconfig, coalesce(body, ''::text))) stored,
  add column lang regconfig not null default 'public.en'::regconfig;
-- ! opens_access
create function public.plpgsql_text(query text)
returns tsquery
language plpgsql
stable
as $$ begin return to_tsquery('public.en', query); end $$;
-- ! opens_access
create function public.sql_text(query text)
returns tsquery
language sql
stable
as $$ select to_tsquery('public.en', query) $$;
-- ! scan, blocks_writes
create index notes_body_idx on public.notes using gin (to_tsvector('public.en'::regconfig, body));
-- ! scan, blocks_writes
create index notes_found_idx on public.notes using gin (found);
-- ! opens_access
create view public.parsed as
 select id,
    to_tsvector('public.en'::regconfig, body) as words
   from public.notes;

-- down
-- ! breaks_clients
drop function public.plpgsql_text(text);
-- ! breaks_clients
drop function public.sql_text(text);
-- ! blocks_reads
drop index public.notes_body_idx;
-- ! blocks_reads
drop index public.notes_found_idx;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.notes
  drop column found,
  drop column lang;
-- ! breaks_clients
drop text search configuration public.empty;
-- ! breaks_clients
drop view public.parsed;
-- ! breaks_clients
drop text search configuration public.en;
-- ! breaks_clients
drop text search dictionary public."Kept words";
-- ! breaks_clients
drop text search dictionary public.stems;
