create function public.add(a integer, b integer) returns integer language sql immutable as 'select a + b';
create aggregate public.total(integer) (sfunc = public.add, stype = integer, initcond = '1');
create aggregate public.other(integer) (sfunc = public.add, stype = integer);
revoke execute on function public.other(integer) from public;
