-- up
-- ! goes_stale
alter text search configuration public.en
  alter mapping for asciiword
  with pg_catalog.simple;

-- down
-- ! goes_stale
alter text search configuration public.en
  alter mapping for asciiword
  with pg_catalog.english_stem;
