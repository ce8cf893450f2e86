select pg_catalog.lo_create(4711);
select pg_catalog.lo_create(4713);
comment on large object 4713 is 'a';
create table public.t (id integer);
