-- superuser, of the plan too
create extension hstore;
revoke execute on function public.hstore_version_diag(public.hstore) from public;
grant execute on function public.hstore_version_diag(public.hstore) to anon, authenticated;
grant execute on function public.akeys(public.hstore) to anon;
