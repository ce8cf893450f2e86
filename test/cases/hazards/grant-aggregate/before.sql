create aggregate public.total(integer) (sfunc = pg_catalog.int4pl, stype = integer);
revoke execute on function public.total(integer) from public;
