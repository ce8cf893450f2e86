-- up
drop function public.sorted();
drop type public.temps;
drop view public.lows;
-- ! blocks_reads
alter table public.more
  drop constraint more_low_fkey;
-- ! blocks_reads
alter table public.days
  drop constraint days_low_key;
drop operator class public.temp_ops using btree;
drop function public.temp_cmp(public.temp, public.temp);
drop operator public.< (public.temp, public.temp);
drop function public.temp_lt(public.temp, public.temp);
drop operator public.<= (public.temp, public.temp);
drop function public.temp_le(public.temp, public.temp);
drop operator public.= (public.temp, public.temp);
drop function public.temp_eq(public.temp, public.temp);
drop operator public.> (public.temp, public.temp);
drop function public.temp_gt(public.temp, public.temp);
drop operator public.>= (public.temp, public.temp);
drop function public.temp_ge(public.temp, public.temp);
alter type public.temp rename to temp_old;
-- ! breaks_clients
create type public.temp as (
  degrees bigint
);
-- ! rewrite, scan, blocks_reads
alter table public.days
  alter column low type public.temp using case when low is distinct from null then row((low).degrees)::public.temp end;
-- ! breaks_clients
create function public.temp_cmp(
  x public.temp,
  y public.temp
)
returns integer
language sql
immutable
as $$select btint8cmp((x).degrees, (y).degrees)$$;
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
create type public.temps as range (
  subtype = public.temp,
  subtype_opclass = public.temp_ops
);
create function public.sorted()
 returns setof public.temp
 language sql
begin atomic
 select days.low
    from public.days
   order by days.low;
end
;
create view public.lows as
 select distinct low
   from public.days
  order by low desc;
-- ! scan, blocks_reads
alter table public.days
  add constraint days_low_key unique (low);
-- ! rewrite, scan, blocks_reads, blocks_writes
alter table public.more
  alter column low type public.temp using case when low is distinct from null then row((low).degrees)::public.temp end,
  add constraint more_low_fkey foreign key (low)
    references public.days (low);
drop type public.temp_old;

-- down
drop function public.sorted();
drop type public.temps;
drop view public.lows;
-- ! blocks_reads
alter table public.more
  drop constraint more_low_fkey;
-- ! blocks_reads
alter table public.days
  drop constraint days_low_key;
drop operator class public.temp_ops using btree;
drop function public.temp_cmp(public.temp, public.temp);
drop operator public.< (public.temp, public.temp);
drop function public.temp_lt(public.temp, public.temp);
drop operator public.<= (public.temp, public.temp);
drop function public.temp_le(public.temp, public.temp);
drop operator public.= (public.temp, public.temp);
drop function public.temp_eq(public.temp, public.temp);
drop operator public.> (public.temp, public.temp);
drop function public.temp_gt(public.temp, public.temp);
drop operator public.>= (public.temp, public.temp);
drop function public.temp_ge(public.temp, public.temp);
alter type public.temp rename to temp_old;
-- ! fails_on_rows, breaks_clients
create type public.temp as (
  degrees integer
);
-- ! rewrite, scan, blocks_reads
alter table public.days
  alter column low type public.temp using low::text::public.temp;
-- ! breaks_clients
create function public.temp_cmp(
  a public.temp,
  b public.temp
)
returns integer
language sql
immutable
as $$select btint4cmp((a).degrees, (b).degrees)$$;
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
create type public.temps as range (
  subtype = public.temp,
  subtype_opclass = public.temp_ops
);
create function public.sorted()
 returns setof public.temp
 language sql
begin atomic
 select days.low
    from public.days
   order by days.low;
end
;
create view public.lows as
 select distinct low
   from public.days
  order by low desc;
-- ! scan, blocks_reads
alter table public.days
  add constraint days_low_key unique (low);
-- ! rewrite, scan, blocks_reads, blocks_writes
alter table public.more
  alter column low type public.temp using low::text::public.temp,
  add constraint more_low_fkey foreign key (low)
    references public.days (low);
drop type public.temp_old;
