-- superuser, of the plan too
create extension hstore;
grant execute on function public.akeys(public.hstore) to anon with grant option;
