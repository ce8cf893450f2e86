-- up
-- ! goes_stale
alter text search configuration public.en
  drop mapping for url, host, url_path, "int";
alter text search configuration public.en
  alter mapping for asciiword
  with pg_catalog.simple;
alter text search configuration public.en
  alter mapping for word, email
  with pg_catalog.english_stem, public.stems;
alter text search configuration public.en
  add mapping for numword
  with pg_catalog.simple;

-- down
-- ! goes_stale
alter text search configuration public.en
  drop mapping for numword;
alter text search configuration public.en
  alter mapping for asciiword, word
  with public.stems;
alter text search configuration public.en
  alter mapping for email
  with pg_catalog.simple;
alter text search configuration public.en
  add mapping for url, host, url_path, "int"
  with pg_catalog.simple;
