-- up
-- ! opens_access
grant update (b) on table public.t to authenticated;

-- down
-- ! breaks_clients
revoke update (b) on table public.t from authenticated;
