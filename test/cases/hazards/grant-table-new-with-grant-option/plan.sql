-- up
-- ! opens_access
grant insert on table public.t to authenticated with grant option;

-- down
-- ! breaks_clients
revoke insert on table public.t from authenticated;
