select pg_catalog.lo_create(4711);
select pg_catalog.lo_from_bytea(4712, 'bytes');
comment on large object 4711 is 'A picture';
grant select on large object 4711 to anon;
grant select, update on large object 4712 to authenticated with grant option;
