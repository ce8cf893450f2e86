-- superuser, of the plan too
revoke execute on function pg_catalog.pg_sleep(double precision) from public;
grant execute on function pg_catalog.pg_read_file(text) to authenticated;
