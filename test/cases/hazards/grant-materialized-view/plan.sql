-- up
-- ! opens_access
grant select on table public.mv to authenticated;

-- down
-- ! breaks_clients
revoke select on table public.mv from authenticated;
