-- up
-- ! breaks_clients
revoke execute on function public.f() from public;
grant execute on function public.f() to authenticated;

-- down
revoke execute on function public.f() from authenticated;
-- ! opens_access
grant execute on function public.f() to public;
