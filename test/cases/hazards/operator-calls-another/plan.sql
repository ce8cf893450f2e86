-- up
-- ! breaks_clients
drop operator public.!== (integer, integer);
drop operator public.~~~ (integer, integer);
-- ! changes_statements
create operator public.~~~ (
  function = pg_catalog.int4eq,
  leftarg = integer,
  rightarg = integer
);

-- down
drop operator public.~~~ (integer, integer);
create operator public.!== (
  function = pg_catalog.int4ne,
  leftarg = integer,
  rightarg = integer
);
-- ! changes_statements
create operator public.~~~ (
  function = public.near,
  leftarg = integer,
  rightarg = integer
);
