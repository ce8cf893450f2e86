create text search configuration public.en (copy = pg_catalog.english);
create table public.t (id integer primary key, body text, words tsvector generated always as (to_tsvector('public.en', body)) stored);
create index t_body_idx on public.t using gin (to_tsvector('public.en', body));
