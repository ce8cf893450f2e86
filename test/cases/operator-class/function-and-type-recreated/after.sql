-- superuser, of the plan too
create type public.temp as (degrees bigint);
create function public.temp_cmp(x public.temp, y public.temp) returns integer language sql immutable as 'select btint8cmp((x).degrees, (y).degrees)';
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
create operator class public.mood_ops for type text using hash as operator 1 = (text, text), function 1 hashtext(text);
create table public.days (id integer primary key, low public.temp, constraint days_low_key unique (low));
create table public.more (id integer primary key, low public.temp references public.days (low));
create type public.temps as range (subtype = public.temp, subtype_opclass = public.temp_ops);
create view public.lows as select distinct low from public.days order by low desc;
create function public.sorted() returns setof public.temp language sql begin atomic select low from public.days order by low; end;
