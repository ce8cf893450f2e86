create table public.blobs (id int primary key, data bytea compression pglz, doc jsonb) with (fillfactor = 90, toast_tuple_target = 4000, toast.autovacuum_vacuum_threshold = 100);
alter table public.blobs alter column data set storage main, alter column id set (n_distinct = -0.5);
create table public.cache (k text primary key, v text) with (parallel_workers = 2);
create index cache_v on public.cache using brin (v) with (pages_per_range = 32, autosummarize);
