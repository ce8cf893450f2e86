-- up
drop view public.v;
-- ! breaks_clients
drop function public.total(integer);
create aggregate public.total(integer) (
  sfunc = int4pl,
  stype = integer
);
revoke all on function public.total(integer) from public;
-- ! opens_access
grant execute on function public.total(integer) to public;
create view public.v as
 select public.total(1) as n;

-- down
drop view public.v;
-- ! breaks_clients
drop aggregate public.total(integer);
create function public.total(integer)
returns integer
language sql
as $$select $1$$;
revoke all on function public.total(integer) from public;
-- ! opens_access
grant execute on function public.total(integer) to public;
create view public.v as
 select public.total(1) as n;
