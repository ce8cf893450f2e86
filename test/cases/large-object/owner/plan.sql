-- up
-- ! opens_access, breaks_clients
alter large object 4711 owner to postgres;

-- down
-- ! opens_access, breaks_clients
alter large object 4711 owner to supabase_admin;
