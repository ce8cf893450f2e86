-- up
-- ! breaks_clients
revoke grant option for execute on function public.akeys(public.hstore) from anon;
-- ! breaks_clients
revoke execute on function public.hstore_version_diag(public.hstore) from public;
-- ! opens_access
grant execute on function public.hstore_version_diag(public.hstore) to anon, authenticated;

-- down
-- ! breaks_clients
revoke execute on function public.hstore_version_diag(public.hstore) from anon;
-- ! breaks_clients
revoke execute on function public.hstore_version_diag(public.hstore) from authenticated;
-- ! opens_access
grant execute on function public.hstore_version_diag(public.hstore) to public;
-- ! opens_access
grant execute on function public.akeys(public.hstore) to anon with grant option;
