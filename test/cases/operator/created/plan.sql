-- up
create type public.complex as (
  re double precision,
  im double precision
);
create schema "Math.s";
-- ! opens_access
create function "Math.s"."Is less"(
  a integer,
  b integer
)
returns boolean
language sql
immutable
as $$select a < b$$;
create operator "Math.s".< (
  function = "Math.s"."Is less",
  leftarg = integer,
  rightarg = integer,
  negator = operator("Math.s".>=),
  restrict = pg_catalog.scalarltsel
);
create operator "Math.s".>= (
  function = pg_catalog.int4ge,
  leftarg = integer,
  rightarg = integer,
  negator = operator("Math.s".<)
);
-- ! scan, blocks_reads, fails_on_rows
alter table public.notes
  add column sized boolean default (1 operator("Math.s".<) 2),
  add constraint notes_size_check check ((size operator("Math.s".>=) 0));
-- ! opens_access
create function public.has(
  a integer[],
  b integer
)
returns boolean
language sql
immutable
as $$select $2 = any ($1)$$;
create operator public.@> (
  function = public.has,
  leftarg = integer[],
  rightarg = integer,
  commutator = operator(public.<@),
  restrict = pg_catalog.contsel,
  join = pg_catalog.contjoinsel
);
-- ! opens_access
create function public.is_in(
  a integer,
  b integer[]
)
returns boolean
language sql
immutable
as $$select $1 = any ($2)$$;
create operator public.<@ (
  function = public.is_in,
  leftarg = integer,
  rightarg = integer[],
  commutator = operator(public.@>)
);
-- ! opens_access
create function public.minus(a public.complex)
returns public.complex
language sql
immutable
as $$select row(- ($1).re, - ($1).im)::public.complex$$;
create operator public.- (
  function = public.minus,
  rightarg = public.complex
);
comment on operator public.- (none, public.complex) is 'the opposite';
-- ! opens_access
create function public.plus(
  a public.complex,
  b public.complex
)
returns public.complex
language sql
immutable
as $$select row(($1).re + ($2).re, ($1).im + ($2).im)::public.complex$$;
create operator public.+ (
  function = public.plus,
  leftarg = public.complex,
  rightarg = public.complex,
  commutator = operator(public.+)
);
-- ! opens_access
create function public.total(
  a integer,
  b integer
)
returns boolean
language sql
immutable
as $$select $1 operator("Math.s".<) $2$$;
-- ! opens_access
create view public.small as
 select id,
    (array[size] operator(public.@>) id) as own
   from public.notes
  where (size operator("Math.s".<) 10);

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.notes
  drop constraint notes_size_check,
  drop column sized;
-- ! breaks_clients
drop function public.total(integer, integer);
-- ! breaks_clients
drop operator "Math.s".>= (integer, integer);
-- ! breaks_clients
drop operator public.+ (public.complex, public.complex);
-- ! breaks_clients
drop function public.plus(public.complex, public.complex);
-- ! breaks_clients
drop operator public.- (none, public.complex);
-- ! breaks_clients
drop function public.minus(public.complex);
-- ! breaks_clients
drop type public.complex;
-- ! breaks_clients
drop operator public.<@ (integer, integer[]);
-- ! breaks_clients
drop function public.is_in(integer, integer[]);
-- ! breaks_clients
drop view public.small;
-- ! breaks_clients
drop operator public.@> (integer[], integer);
-- ! breaks_clients
drop function public.has(integer[], integer);
-- ! breaks_clients
drop operator "Math.s".< (integer, integer);
-- ! breaks_clients
drop function "Math.s"."Is less"(integer, integer);
-- ! breaks_clients
drop schema "Math.s";
