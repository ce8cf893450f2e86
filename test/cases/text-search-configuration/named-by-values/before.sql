create text search dictionary public.words (template = pg_catalog.simple);
create text search configuration public.en (parser = "default");
alter text search configuration public.en add mapping for asciiword with public.words;
create text search configuration public.gone (copy = pg_catalog.simple);
create table public.notes (id integer primary key, lang regconfig default 'public.en', body text);
create index notes_body_idx on public.notes using gin (to_tsvector(lang, body));
