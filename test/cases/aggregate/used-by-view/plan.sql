-- up
drop view public.v;
drop aggregate public.total(integer);
drop function public.add(integer, integer);
-- ! breaks_clients
create function public.add(
  x integer,
  y integer
)
returns integer
language sql
immutable
as $$select x + y$$;
revoke all on function public.add(integer, integer) from public;
grant execute on function public.add(integer, integer) to public;
create aggregate public.total(integer) (
  sfunc = public.add,
  stype = integer,
  initcond = '5'
);
revoke all on function public.total(integer) from public;
grant execute on function public.total(integer) to public;
create view public.v as
 select public.total(a) as t
   from public.t;

-- down
drop view public.v;
drop aggregate public.total(integer);
drop function public.add(integer, integer);
-- ! breaks_clients
create function public.add(
  a integer,
  b integer
)
returns integer
language sql
immutable
as $$select a + b$$;
revoke all on function public.add(integer, integer) from public;
grant execute on function public.add(integer, integer) to public;
create aggregate public.total(integer) (
  sfunc = public.add,
  stype = integer
);
revoke all on function public.total(integer) from public;
grant execute on function public.total(integer) to public;
create view public.v as
 select public.total(a) as t
   from public.t;
