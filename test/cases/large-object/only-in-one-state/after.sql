select pg_catalog.lo_create(4712);
select pg_catalog.lo_create(4713);
comment on large object 4713 is 'b';
create table public.t (id integer);
