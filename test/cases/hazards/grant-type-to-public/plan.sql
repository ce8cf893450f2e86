-- up
-- ! opens_access
grant usage on type public.pair to public;

-- down
-- ! breaks_clients
revoke usage on type public.pair from public;
