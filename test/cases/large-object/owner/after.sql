-- superuser, of the plan too
select pg_catalog.lo_create(4711);
alter large object 4711 owner to postgres;
grant select on large object 4711 to anon;
