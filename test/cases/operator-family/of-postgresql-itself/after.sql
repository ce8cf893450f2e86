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
create operator family public.empty using hash;
comment on operator family public.empty using hash is 'nothing is in it';
create function public.same(a integer, b public.temp) returns boolean language sql immutable as 'select a = (b).degrees';
create operator public.= (function = public.same, leftarg = integer, rightarg = public.temp);
create operator family public.fresh using gist;
create operator class public.ints for type integer using btree family pg_catalog.integer_ops as storage integer;
