-- superuser, of the plan too
create text search configuration public.en (copy = pg_catalog.english);
comment on text search configuration public.en is 'one';
create text search configuration public.de (copy = pg_catalog.german);
alter text search configuration public.de owner to postgres;
