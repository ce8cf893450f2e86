create function public.add(a integer, b integer) returns integer language sql immutable as 'select a + b';
create aggregate public.total(integer) (sfunc = public.add, stype = integer);
create table public.t (a integer);
create view public.v as select public.total(a) as t from public.t;
