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
create function public.temp_lt(a public.temp, b integer) returns boolean language sql immutable as 'select (a).degrees < b';
create function public.temp_cmp(a public.temp, b integer) returns integer language sql immutable as 'select btint4cmp((a).degrees, b)';
create operator public.< (function = public.temp_lt, leftarg = public.temp, rightarg = integer);
alter operator family public.temp_ops using btree add operator 1 public.< (public.temp, integer), function 1 (public.temp, integer) public.temp_cmp(public.temp, integer);
create function public.temp_eq(a public.temp, b integer) returns boolean language sql immutable as 'select (a).degrees = b';
create operator public.= (function = public.temp_eq, leftarg = public.temp, rightarg = integer);
alter operator family public.temp_ops using btree add operator 3 public.= (public.temp, integer);
create table public.days (id integer primary key, low public.temp);
create index days_low_idx on public.days (low);
