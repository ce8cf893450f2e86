-- superuser, of the plan too
create type public.temp as (degrees integer);
create function public.temp_cmp(a public.temp, b public.temp) returns integer language sql immutable as 'select btint4cmp((a).degrees, (b).degrees)';
create function public.temp_lt(a public.temp, b public.temp) returns boolean language sql immutable as 'select (a).degrees < (b).degrees';
create function public.temp_le(a public.temp, b public.temp) returns boolean language sql immutable as 'select (a).degrees <= (b).degrees';
create function public.temp_eq(a public.temp, b public.temp) returns boolean language sql immutable as 'select (a).degrees = (b).degrees';
create function public.temp_ge(a public.temp, b public.temp) returns boolean language sql immutable as 'select (a).degrees >= (b).degrees';
create function public.temp_gt(a public.temp, b public.temp) returns boolean language sql immutable as 'select (a).degrees > (b).degrees';
create operator public.< (function = public.temp_lt, leftarg = public.temp, rightarg = public.temp, commutator = operator(public.>), negator = operator(public.>=));
create operator public.<= (function = public.temp_le, leftarg = public.temp, rightarg = public.temp, commutator = operator(public.>=), negator = operator(public.>));
create operator public.= (function = public.temp_eq, leftarg = public.temp, rightarg = public.temp, commutator = operator(public.=), merges);
create operator public.>= (function = public.temp_ge, leftarg = public.temp, rightarg = public.temp, commutator = operator(public.<=), negator = operator(public.<));
create operator public.> (function = public.temp_gt, leftarg = public.temp, rightarg = public.temp, commutator = operator(public.<), negator = operator(public.<=));
create operator class public.temp_ops default for type public.temp using btree as
  operator 1 public.<, operator 2 public.<=, operator 3 public.=, operator 4 public.>=, operator 5 public.>,
  function 1 public.temp_cmp(public.temp, public.temp);
create operator family public.temp_ops_too using btree;
create operator class public.few_ops for type public.temp using btree family public.temp_ops_too as
  operator 1 public.<, operator 2 public.<=, operator 3 public.=, operator 4 public.>=, operator 5 public.>,
  function 1 public.temp_cmp(public.temp, public.temp);
create function public.temp_hash(a public.temp) returns integer language sql immutable as 'select hashint4((a).degrees)';
create operator class public.hashes for type public.temp using hash as function 1 public.temp_hash(public.temp);
create table public.days (id integer primary key, low public.temp unique);
create index days_low_idx on public.days (low public.few_ops);
create view public.lows as select distinct low from public.days order by low;
