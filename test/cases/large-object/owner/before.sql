-- superuser, of the plan too
select pg_catalog.lo_create(4711);
grant select on large object 4711 to anon;
