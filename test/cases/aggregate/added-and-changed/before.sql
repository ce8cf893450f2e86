create function public.add(a integer, b integer) returns integer language sql immutable as 'select a + b';
create aggregate public.total(integer) (sfunc = public.add, stype = integer, initcond = '0');
comment on aggregate public.total(integer) is 'T.';
