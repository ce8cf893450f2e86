-- up
create table public.zz (
  a integer,
  b text
);
-- ! data_loss, breaks_clients
drop table public.x;
-- ! opens_access
create function public.agg_s(
  s integer,
  v integer
)
returns integer
language sql
as $$ select s + coalesce(v, (select max(a) from zz)) $$;
-- ! opens_access
create aggregate public.mysum(integer) (
  sfunc = public.agg_s,
  stype = integer,
  initcond = '0'
);
-- ! opens_access
create function public.s1()
returns setof public.zz
language sql
as $$ select * from zz $$;
-- ! opens_access
create function public.s2()
returns table (
  a integer,
  b text
)
language sql
as $$ select a, b from zz $$;
-- ! opens_access
create function public.s3()
returns setof record
language sql
as $$ select a, b from zz $$;
-- ! opens_access
create function public.use_agg()
returns bigint
language sql
as $$ select mysum(a) from zz $$;
-- ! opens_access
create view public.m as
 select a,
    b
   from public.s1() s1(a, b)
  where (a in ( select s2.a
           from public.s2() s2(a, b)));

-- down
-- ! breaks_clients
drop function public.s3();
-- ! breaks_clients
drop function public.use_agg();
-- ! breaks_clients
drop aggregate public.mysum(integer);
-- ! breaks_clients
drop function public.agg_s(integer, integer);
-- ! breaks_clients
drop view public.m;
-- ! breaks_clients
drop function public.s1();
-- ! breaks_clients
drop function public.s2();
create table public.x (
  id integer
);
-- ! data_loss, breaks_clients
drop table public.zz;
