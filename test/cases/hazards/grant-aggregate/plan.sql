-- up
-- ! opens_access
grant execute on function public.total(integer) to anon;

-- down
-- ! breaks_clients
revoke execute on function public.total(integer) from anon;
