-- superuser, of the plan too
create text search template public.gone (lexize = dsimple_lexize);
comment on text search template public.gone is 'goes';
create text search dictionary public.plain (template = pg_catalog.simple);
