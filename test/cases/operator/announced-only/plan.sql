-- up
drop operator public.=== (integer, integer);
create operator public.<<< (
  function = pg_catalog.int4lt,
  leftarg = integer,
  rightarg = integer,
  commutator = operator(public.>>>)
);
create operator public.=== (
  function = pg_catalog.int4eq,
  leftarg = integer,
  rightarg = integer,
  negator = operator(public.!==)
);
comment on operator public.>>> (integer, integer) is 'nobody made it';

-- down
-- ! breaks_clients
drop operator public.!== (integer, integer);
-- ! breaks_clients
drop operator public.>>> (integer, integer);
-- ! breaks_clients
drop operator public.<<< (integer, integer);
