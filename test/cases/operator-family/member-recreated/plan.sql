-- up
alter operator family public."All temps" using btree
  drop operator 1 (public.temp, integer);
drop operator public.< (public.temp, integer);
-- ! changes_statements
create operator public.< (
  function = public.temp_less,
  leftarg = public.temp,
  rightarg = integer
);
alter operator family public."All temps" using btree
  add operator 1 public.<(public.temp, integer);

-- down
alter operator family public."All temps" using btree
  drop operator 1 (public.temp, integer);
drop operator public.< (public.temp, integer);
-- ! changes_statements
create operator public.< (
  function = public.temp_lt,
  leftarg = public.temp,
  rightarg = integer
);
alter operator family public."All temps" using btree
  add operator 1 public.<(public.temp, integer);
