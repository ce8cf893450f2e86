create aggregate public.total(integer) (sfunc = pg_catalog.int4pl, stype = integer);
create procedure public.p() language sql as 'select 1';
comment on aggregate public.total(integer) is 'Total.';
comment on procedure public.p() is 'P.';
