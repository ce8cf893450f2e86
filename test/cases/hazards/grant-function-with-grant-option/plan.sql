-- up
revoke execute on function public.f() from authenticated;
-- ! opens_access
grant execute on function public.f() to authenticated with grant option;

-- down
-- ! breaks_clients
revoke execute on function public.f() from authenticated;
grant execute on function public.f() to authenticated;
