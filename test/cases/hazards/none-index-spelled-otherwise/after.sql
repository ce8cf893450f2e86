create table public.t (a integer, b text);
create index i on public.t using btree (a asc nulls last, (lower(b)) pg_catalog.text_ops);
