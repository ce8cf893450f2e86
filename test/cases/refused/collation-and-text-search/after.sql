create table public.t (a integer);
create collation public.co (provider = libc, locale = 'C');
create text search configuration public.ts (copy = pg_catalog.simple);
