-- up
drop text search dictionary public.plain;
drop text search template public.gone;
create text search template public.bare (
  lexize = pg_catalog.dsimple_lexize
);
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
create text search template public."Simple one" (
  init = pg_catalog.dsimple_init,
  lexize = public.lexize
);
comment on text search template public."Simple one" is 'as PostgreSQL''s';
create text search dictionary public.plain (
  template = public."Simple one",
  accept = 'false'
);

-- down
drop text search dictionary public.plain;
drop text search template public."Simple one";
-- ! breaks_clients
drop function public.lexize(internal, internal, internal, internal);
drop text search template public.bare;
create text search dictionary public.plain (
  template = pg_catalog.simple
);
create text search template public.gone (
  lexize = pg_catalog.dsimple_lexize
);
comment on text search template public.gone is 'goes';
