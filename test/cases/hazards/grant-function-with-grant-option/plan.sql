-- up
-- ! opens_access
grant execute on function public.f() to authenticated with grant option;

-- down
-- ! breaks_clients
revoke grant option for execute on function public.f() from authenticated;
