select pg_catalog.lo_create(4711);
select pg_catalog.lo_from_bytea(4712, 'other bytes');
comment on large object 4711 is 'It''s a photograph';
grant select, update on large object 4711 to public;
comment on large object 4712 is 'Sound';
grant select on large object 4712 to authenticated;
