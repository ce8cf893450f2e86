-- up
comment on text search dictionary public.other is null;
comment on text search dictionary public.plain is 'two';
-- ! opens_access, breaks_clients
alter text search dictionary public.plain owner to postgres;

-- down
comment on text search dictionary public.other is 'as PostgreSQL''s';
comment on text search dictionary public.plain is 'one';
-- ! opens_access, breaks_clients
alter text search dictionary public.plain owner to supabase_admin;
