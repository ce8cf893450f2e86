-- superuser, of the plan too
create text search dictionary public.plain (template = pg_catalog.simple);
comment on text search dictionary public.plain is 'two';
alter text search dictionary public.plain owner to postgres;
create text search dictionary public.other (template = pg_catalog.simple);
