create table public.t (a integer default (1), b text default 'x'::text, c timestamptz default pg_catalog.now());
