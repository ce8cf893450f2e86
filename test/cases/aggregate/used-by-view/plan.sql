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
create aggregate public.total(integer) (
  sfunc = public.add,
  stype = integer,
  initcond = '5'
);
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
create aggregate public.total(integer) (
  sfunc = public.add,
  stype = integer
);
create view public.v as
 select public.total(a) as t
   from public.t;
