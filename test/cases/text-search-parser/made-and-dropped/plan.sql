-- up
-- ! breaks_clients
drop text search parser public.gone;
-- ! opens_access
create function public.starts(
  internal,
  integer
)
returns internal
language internal
as $$prsd_start$$;
create text search parser public."Of words" (
  start = public.starts,
  gettoken = pg_catalog.prsd_nexttoken,
  end = pg_catalog.prsd_end,
  lextypes = pg_catalog.prsd_lextype,
  headline = pg_catalog.prsd_headline
);
comment on text search parser public."Of words" is 'as PostgreSQL''s';
create text search configuration public.en (parser = public."Of words");
alter text search configuration public.en
  add mapping for asciiword
  with pg_catalog.english_stem;
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column found tsvector generated always as (to_tsvector('public.en'::regconfig, 'dogs'::text)) stored;

-- down
-- ! blocks_reads, breaks_clients
alter table public.t
  drop column found;
-- ! breaks_clients
drop text search configuration public.en;
-- ! breaks_clients
drop text search parser public."Of words";
-- ! breaks_clients
drop function public.starts(internal, integer);
create text search parser public.gone (
  start = pg_catalog.prsd_start,
  gettoken = pg_catalog.prsd_nexttoken,
  end = pg_catalog.prsd_end,
  lextypes = pg_catalog.prsd_lextype
);
