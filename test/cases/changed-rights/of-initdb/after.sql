-- superuser, of the plan too
grant execute on function pg_catalog.pg_read_file(text) to anon;
grant select on pg_catalog.pg_authid to anon;
revoke usage on type pg_catalog.int4 from public;
grant create on schema pg_catalog to anon;
