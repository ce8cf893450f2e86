-- up
-- ! opens_access
grant usage on sequence public.s to authenticated;

-- down
-- ! breaks_clients
revoke usage on sequence public.s from authenticated;
