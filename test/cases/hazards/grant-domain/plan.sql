-- up
-- ! opens_access
grant usage on domain public.code to authenticated;

-- down
-- ! breaks_clients
revoke usage on domain public.code from authenticated;
