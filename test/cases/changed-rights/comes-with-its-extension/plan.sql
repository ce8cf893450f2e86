-- up
create extension hstore with schema public;
-- ! breaks_clients
revoke execute on function public.hstore_version_diag(public.hstore) from public;
-- ! blocks_reads
alter table public.t
  add column b public.hstore;
create extension postgres_fdw with schema public;
-- ! opens_access
grant usage on foreign data wrapper postgres_fdw to anon;

-- down
-- ! breaks_clients
drop extension postgres_fdw;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;
-- ! breaks_clients
drop extension hstore;
