-- up
-- ! opens_access
grant execute on function pg_catalog.pg_sleep(double precision) to public;
-- ! breaks_clients
revoke execute on function pg_catalog.pg_read_file(pg_catalog.text) from authenticated;
-- ! opens_access
grant execute on function pg_catalog.pg_read_file(pg_catalog.text) to anon;
-- ! opens_access
grant create on schema pg_catalog to anon;
-- ! opens_access
grant select on table pg_catalog.pg_authid to anon;
-- ! breaks_clients
revoke usage on type pg_catalog.int4 from public;

-- down
-- ! breaks_clients
revoke create on schema pg_catalog from anon;
-- ! breaks_clients
revoke select on table pg_catalog.pg_authid from anon;
-- ! opens_access
grant usage on type pg_catalog.int4 to public;
-- ! breaks_clients
revoke execute on function pg_catalog.pg_read_file(pg_catalog.text) from anon;
-- ! opens_access
grant execute on function pg_catalog.pg_read_file(pg_catalog.text) to authenticated;
-- ! breaks_clients
revoke execute on function pg_catalog.pg_sleep(double precision) from public;
