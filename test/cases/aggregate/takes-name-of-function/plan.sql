-- up
drop view public.v;
-- ! breaks_clients
drop function public.total(integer);
-- ! opens_access
create aggregate public.total(integer) (
  sfunc = int4pl,
  stype = integer
);
create view public.v as
 select public.total(1) as n;

-- down
drop view public.v;
-- ! breaks_clients
drop aggregate public.total(integer);
-- ! opens_access
create function public.total(integer)
returns integer
language sql
as $$select $1$$;
create view public.v as
 select public.total(1) as n;
