-- up
drop operator public.&> (integer, integer);
drop operator public.<<< (integer, integer);
-- ! breaks_clients
drop operator public.>>= (integer, integer);
alter operator public.!== (integer, integer) set (negator = operator(public.===));
alter operator public.=== (integer, integer) set (commutator = operator(public.===), hashes, merges);
-- ! changes_statements
create operator public.&> (
  function = pg_catalog.int4gt,
  leftarg = integer,
  rightarg = integer,
  commutator = operator(public.&<)
);
create operator public.<<< (
  function = pg_catalog.int4lt,
  leftarg = integer,
  rightarg = integer
);

-- down
drop operator public.&> (integer, integer);
drop view public.v;
drop operator public.=== (integer, integer);
alter operator public.<<< (integer, integer) set (commutator = operator(public.>>>));
-- ! changes_statements
create operator public.&> (
  function = pg_catalog.int4ge,
  leftarg = integer,
  rightarg = integer,
  negator = operator(public.&<)
);
create operator public.=== (
  function = pg_catalog.int4eq,
  leftarg = integer,
  rightarg = integer
);
create operator public.>>= (
  function = pg_catalog.int4ge,
  leftarg = integer,
  rightarg = integer,
  commutator = operator(public.<<=)
);
create view public.v as
 select id
   from public.t
  where ((a operator(public.>>>) 1) and (a operator(public.===) id));
