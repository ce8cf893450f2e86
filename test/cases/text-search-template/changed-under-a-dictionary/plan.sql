-- up
drop materialized view public.found;
drop text search configuration public.en;
drop text search dictionary public.plain;
drop text search template public.words;
comment on text search template public.told is 'of it';
-- ! opens_access
create function public.lexize(
  internal,
  internal,
  internal,
  internal
)
returns internal
language internal
as $$dsimple_lexize$$;
create text search template public.words (
  init = pg_catalog.dsimple_init,
  lexize = public.lexize
);
create text search dictionary public.plain (
  template = public.words
);
create text search configuration public.en (parser = pg_catalog."default");
alter text search configuration public.en
  add mapping for asciiword
  with public.plain;
create materialized view public.found as
 select to_tsvector('public.en'::regconfig, 'dogs'::text) as words;

-- down
drop materialized view public.found;
drop text search configuration public.en;
drop text search dictionary public.plain;
drop text search template public.words;
-- ! breaks_clients
drop function public.lexize(internal, internal, internal, internal);
comment on text search template public.told is null;
create text search template public.words (
  init = pg_catalog.dsimple_init,
  lexize = pg_catalog.dsimple_lexize
);
create text search dictionary public.plain (
  template = public.words
);
create text search configuration public.en (parser = pg_catalog."default");
alter text search configuration public.en
  add mapping for asciiword
  with public.plain;
create materialized view public.found as
 select to_tsvector('public.en'::regconfig, 'dogs'::text) as words;
