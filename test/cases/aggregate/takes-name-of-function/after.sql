create aggregate public.total(integer) (sfunc = pg_catalog.int4pl, stype = integer);
create view public.v as select public.total(1) as n;
