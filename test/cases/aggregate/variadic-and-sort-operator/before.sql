create function public.glue(state text, variadic several text[]) returns text language sql immutable as $$ select state || array_to_string(several, chr(45)) $$;
create function public.less(state integer, value integer) returns integer language sql immutable as $$ select least(state, value) $$;
create aggregate public.glued(variadic several text[]) (sfunc = public.glue, stype = text, initcond = '');
create aggregate public.lowest(value integer) (sfunc = public.less, stype = integer, sortop = operator(pg_catalog.<));
create aggregate public.rows_of(*) (sfunc = int8inc, stype = bigint, initcond = '0');
