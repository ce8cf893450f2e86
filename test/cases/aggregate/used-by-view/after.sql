create function public.add(x integer, y integer) returns integer language sql immutable as 'select x + y';
create aggregate public.total(integer) (sfunc = public.add, stype = integer, initcond = '5');
create table public.t (a integer);
create view public.v as select public.total(a) as t from public.t;
