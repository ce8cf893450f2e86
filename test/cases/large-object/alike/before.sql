select pg_catalog.lo_from_bytea(4711, 'bytes');
comment on large object 4711 is 'A picture';
create table public.t (id integer);
