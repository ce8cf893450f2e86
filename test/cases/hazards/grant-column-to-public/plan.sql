-- up
-- ! opens_access
grant insert (a) on table public.t to public;

-- down
-- ! breaks_clients
revoke insert (a) on table public.t from public;
