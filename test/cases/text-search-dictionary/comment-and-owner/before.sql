-- superuser, of the plan too
create text search dictionary public.plain (template = pg_catalog.simple);
comment on text search dictionary public.plain is 'one';
create text search dictionary public.other (template = pg_catalog.simple);
comment on text search dictionary public.other is 'as PostgreSQL''s';
