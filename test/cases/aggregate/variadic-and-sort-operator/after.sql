create function public.glue(state text, variadic several text[]) returns text language sql immutable as $$ select state || array_to_string(several, chr(45)) $$;
create function public.less(state integer, value integer) returns integer language sql immutable as $$ select least(state, value) $$;
create aggregate public.glued(variadic "All of" text[]) (sfunc = public.glue, stype = text, initcond = '''');
alter aggregate public.glued(variadic text[]) owner to postgres;
create aggregate public.lowest(value integer) (sfunc = public.less, stype = integer, sortop = operator(pg_catalog.>));
grant execute on function public.lowest(integer) to authenticated;
create aggregate public.rows_of(*) (sfunc = int8inc, stype = bigint, initcond = '1');
comment on aggregate public.rows_of(*) is 'Rows';
