-- up
-- ! opens_access
grant execute on function public.f(integer) to public;

-- down
-- ! breaks_clients
revoke execute on function public.f(integer) from public;
