-- up
comment on text search configuration public.de is 'it''s German';
-- ! opens_access, breaks_clients
alter text search configuration public.de owner to supabase_admin;
comment on text search configuration public.en is 'two';
-- ! opens_access, breaks_clients
alter text search configuration public.en owner to postgres;

-- down
comment on text search configuration public.de is null;
-- ! opens_access, breaks_clients
alter text search configuration public.de owner to postgres;
comment on text search configuration public.en is 'one';
-- ! opens_access, breaks_clients
alter text search configuration public.en owner to supabase_admin;
