-- superuser, of the plan too
create function public.lexize(internal, internal, internal, internal) returns internal language internal as 'dsimple_lexize';
create text search template public."Simple one" (init = dsimple_init, lexize = public.lexize);
comment on text search template public."Simple one" is 'as PostgreSQL''s';
create text search template public.bare (lexize = pg_catalog.dsimple_lexize);
create text search dictionary public.plain (template = public."Simple one", accept = false);
