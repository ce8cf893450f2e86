-- superuser, of the plan too
create extension postgres_fdw;
grant usage on foreign data wrapper postgres_fdw to anon;
create extension hstore;
revoke execute on function public.hstore_version_diag(public.hstore) from public;
create table public.t (a integer, b public.hstore);
