-- up
-- ! opens_access
grant execute on procedure public.p(integer) to service_role;

-- down
-- ! breaks_clients
revoke execute on procedure public.p(integer) from service_role;
