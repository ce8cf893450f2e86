-- superuser, of the plan too
create text search configuration public.en (copy = pg_catalog.english);
comment on text search configuration public.en is 'two';
alter text search configuration public.en owner to postgres;
create text search configuration public.de (copy = pg_catalog.german);
comment on text search configuration public.de is 'it''s German';
