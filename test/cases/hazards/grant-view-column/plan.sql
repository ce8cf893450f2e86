-- up
-- ! opens_access
grant select (b) on table public.v to authenticated;

-- down
-- ! breaks_clients
revoke select (b) on table public.v from authenticated;
