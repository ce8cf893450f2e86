create table public.blobs (id int primary key, data bytea, doc jsonb) with (fillfactor = 80, autovacuum_enabled = false, toast.autovacuum_enabled = false);
alter table public.blobs alter column data set storage external, alter column doc set statistics 500;
create unlogged table public.cache (k text primary key, v text);
create index cache_v on public.cache using brin (v) with (pages_per_range = 16);
alter table public.cache cluster on cache_pkey;
