-- superuser, of the plan too
create text search parser public.words (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype, headline = prsd_headline);
comment on text search parser public.words is 'one';
create text search parser public.other (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
comment on text search parser public.other is 'two';
create text search configuration public.en (parser = public.words);
alter text search configuration public.en add mapping for asciiword, word with pg_catalog.simple;
create text search configuration public.moves (parser = public.other);
alter text search configuration public.moves add mapping for email with pg_catalog.simple;
create table public.notes (id integer primary key, body text);
create index notes_body_idx on public.notes using gin (to_tsvector('public.en', body));
