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
create operator class public."Temp ops" for type public.temp using btree as
  operator 1 public.<, operator 2 public.<=, operator 3 public.=, operator 4 public.>=, operator 5 public.>,
  function 1 public.temp_cmp(public.temp, public.temp);
alter operator class public."Temp ops" using btree owner to postgres;
comment on operator class public."Temp ops" using btree is 'one';
comment on operator family public."Temp ops" using btree is 'two';
create operator class public.words for type tsvector using gist as storage gtsvector,
  operator 1 @@ (tsvector, tsquery),
  function 1 gtsvector_consistent (internal, tsvector, smallint, oid, internal),
  function 2 gtsvector_union (internal, internal), function 3 gtsvector_compress (internal), function 4 gtsvector_decompress (internal),
  function 5 gtsvector_penalty (internal, internal, internal), function 6 gtsvector_picksplit (internal, internal),
  function 7 gtsvector_same (gtsvector, gtsvector, internal);
alter operator family public.words using gist owner to postgres;
create table public.docs (id integer primary key, words tsvector);
create index docs_words_idx on public.docs using gist (words public.words);
