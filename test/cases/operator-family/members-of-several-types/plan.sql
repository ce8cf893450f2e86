-- up
-- ! opens_access
create function public.temp_eq(
  a public.temp,
  b integer
)
returns boolean
language sql
immutable
as $$select (a).degrees = b$$;
create operator public.= (
  function = public.temp_eq,
  leftarg = public.temp,
  rightarg = integer
);
alter operator family public.temp_ops using btree
  add operator 1 public.<(public.temp, integer);
alter operator family public.temp_ops using btree
  add operator 3 public.=(public.temp, integer);
alter operator family public.temp_ops using btree
  add function 1 (public.temp, integer) public.temp_cmp(public.temp, integer);

-- down
-- ! changes_statements
alter operator family public.temp_ops using btree
  drop operator 1 (public.temp, integer);
alter operator family public.temp_ops using btree
  drop operator 3 (public.temp, integer);
alter operator family public.temp_ops using btree
  drop function 1 (public.temp, integer);
-- ! breaks_clients
drop operator public.= (public.temp, integer);
-- ! breaks_clients
drop function public.temp_eq(public.temp, integer);
