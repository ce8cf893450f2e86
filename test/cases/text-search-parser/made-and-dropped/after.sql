-- superuser, of the plan too
create function public.starts(internal, integer) returns internal language internal as 'prsd_start';
create text search parser public."Of words" (start = public.starts, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype, headline = prsd_headline);
comment on text search parser public."Of words" is 'as PostgreSQL''s';
create text search configuration public.en (parser = public."Of words");
alter text search configuration public.en add mapping for asciiword with pg_catalog.english_stem;
create table public.t (id integer, found tsvector generated always as (to_tsvector('public.en', 'dogs')) stored);
