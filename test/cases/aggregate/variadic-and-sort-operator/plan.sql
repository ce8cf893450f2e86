-- up
drop aggregate public.glued(text[]);
drop aggregate public.lowest(integer);
drop aggregate public.rows_of(*);
create aggregate public.glued(variadic "All of" text[]) (
  sfunc = public.glue,
  stype = text,
  initcond = ''''
);
create aggregate public.lowest(value integer) (
  sfunc = public.less,
  stype = integer,
  sortop = operator(pg_catalog.>)
);
grant execute on function public.lowest(integer) to authenticated;
create aggregate public.rows_of(*) (
  sfunc = int8inc,
  stype = bigint,
  initcond = '1'
);
comment on aggregate public.rows_of(*) is 'Rows';

-- down
drop aggregate public.glued(text[]);
drop aggregate public.lowest(integer);
drop aggregate public.rows_of(*);
create aggregate public.glued(variadic several text[]) (
  sfunc = public.glue,
  stype = text,
  initcond = ''
);
create aggregate public.lowest(value integer) (
  sfunc = public.less,
  stype = integer,
  sortop = operator(pg_catalog.<)
);
create aggregate public.rows_of(*) (
  sfunc = int8inc,
  stype = bigint,
  initcond = '0'
);
