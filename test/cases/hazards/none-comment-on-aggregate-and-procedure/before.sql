create aggregate public.total(integer) (sfunc = pg_catalog.int4pl, stype = integer);
create procedure public.p() language sql as 'select 1';
