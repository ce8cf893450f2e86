-- up
-- ! opens_access
create function public.temp_cmp(
  a public.temp,
  b public.temp
)
returns integer
language sql
immutable
as $$select btint4cmp((a).degrees, (b).degrees)$$;
-- ! opens_access
create function public.temp_eq(
  a public.temp,
  b public.temp
)
returns boolean
language sql
immutable
as $$select (a).degrees = (b).degrees$$;
create operator public.= (
  function = public.temp_eq,
  leftarg = public.temp,
  rightarg = public.temp,
  commutator = operator(public.=),
  merges
);
-- ! opens_access
create function public.temp_ge(
  a public.temp,
  b public.temp
)
returns boolean
language sql
immutable
as $$select (a).degrees >= (b).degrees$$;
create operator public.>= (
  function = public.temp_ge,
  leftarg = public.temp,
  rightarg = public.temp,
  commutator = operator(public.<=),
  negator = operator(public.<)
);
-- ! opens_access
create function public.temp_gt(
  a public.temp,
  b public.temp
)
returns boolean
language sql
immutable
as $$select (a).degrees > (b).degrees$$;
create operator public.> (
  function = public.temp_gt,
  leftarg = public.temp,
  rightarg = public.temp,
  commutator = operator(public.<),
  negator = operator(public.<=)
);
-- ! opens_access
create function public.temp_le(
  a public.temp,
  b public.temp
)
returns boolean
language sql
immutable
as $$select (a).degrees <= (b).degrees$$;
create operator public.<= (
  function = public.temp_le,
  leftarg = public.temp,
  rightarg = public.temp,
  commutator = operator(public.>=),
  negator = operator(public.>)
);
-- ! opens_access
create function public.temp_lt(
  a public.temp,
  b public.temp
)
returns boolean
language sql
immutable
as $$select (a).degrees < (b).degrees$$;
create operator public.< (
  function = public.temp_lt,
  leftarg = public.temp,
  rightarg = public.temp,
  commutator = operator(public.>),
  negator = operator(public.>=)
);
create operator class public.temp_ops
  default for type public.temp using btree as
    operator 1 public.<(public.temp, public.temp),
    operator 2 public.<=(public.temp, public.temp),
    operator 3 public.=(public.temp, public.temp),
    operator 4 public.>=(public.temp, public.temp),
    operator 5 public.>(public.temp, public.temp),
    function 1 (public.temp, public.temp) public.temp_cmp(public.temp, public.temp);
comment on operator family public.temp_ops using btree is 'of temperatures';
comment on operator class public.temp_ops using btree is 'by degrees';
-- ! opens_access
create function public.lower(
  a public.temp,
  b public.temp
)
returns public.temp
language sql
immutable
as $$select case when a operator(public.<) b then a else b end$$;
-- ! opens_access
create aggregate public.lowest(public.temp) (
  sfunc = public.lower,
  stype = public.temp,
  sortop = operator(public.<)
);
-- ! scan, blocks_writes
create index days_low_idx on public.days using btree (low);
-- ! opens_access
create view public.lows as
 select distinct low
   from public.days
  order by low;

-- down
-- ! breaks_clients
drop aggregate public.lowest(public.temp);
-- ! breaks_clients
drop function public.lower(public.temp, public.temp);
-- ! blocks_reads
drop index public.days_low_idx;
-- ! changes_statements
drop operator family public.temp_ops using btree;
-- ! breaks_clients
drop function public.temp_cmp(public.temp, public.temp);
-- ! breaks_clients
drop operator public.<= (public.temp, public.temp);
-- ! breaks_clients
drop function public.temp_le(public.temp, public.temp);
-- ! breaks_clients
drop operator public.> (public.temp, public.temp);
-- ! breaks_clients
drop function public.temp_gt(public.temp, public.temp);
-- ! breaks_clients
drop operator public.>= (public.temp, public.temp);
-- ! breaks_clients
drop function public.temp_ge(public.temp, public.temp);
-- ! breaks_clients
drop view public.lows;
-- ! breaks_clients
drop operator public.< (public.temp, public.temp);
-- ! breaks_clients
drop function public.temp_lt(public.temp, public.temp);
-- ! breaks_clients
drop operator public.= (public.temp, public.temp);
-- ! breaks_clients
drop function public.temp_eq(public.temp, public.temp);
