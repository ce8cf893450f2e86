create text search dictionary public.nostop (template = pg_catalog.snowball, language = 'english');
create text search dictionary public.plain (template = pg_catalog.simple, accept = false);
create text search configuration public.en (parser = "default");
alter text search configuration public.en add mapping for asciiword, word, hword with public.plain, public.nostop;
create table public.pages (id int primary key, body text, lang text, tsv tsvector generated always as (to_tsvector('public.en', coalesce(body, ''))) stored);
create index pages_tsv on public.pages using gin (tsv);
