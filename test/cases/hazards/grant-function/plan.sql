-- up
-- ! opens_access
grant execute on function public.f(integer) to anon;

-- down
-- ! breaks_clients
revoke execute on function public.f(integer) from anon;
