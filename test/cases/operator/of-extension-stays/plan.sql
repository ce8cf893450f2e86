-- up
drop operator public.=# (public.citext, integer);
-- ! breaks_clients
drop function public.like_it(public.citext, integer);
drop operator family public.citext_too using btree;
-- ! opens_access
create function public.longer(
  a public.citext,
  b integer
)
returns boolean
language sql
immutable
as $$select length(a::text) >= b$$;
-- ! changes_statements
create operator public.=# (
  function = public.longer,
  leftarg = public.citext,
  rightarg = integer
);

-- down
drop operator public.=# (public.citext, integer);
-- ! breaks_clients
drop function public.longer(public.citext, integer);
create operator class public.citext_too
  for type public.citext using btree as
    operator 1 public.<(public.citext, public.citext),
    operator 3 public.=(public.citext, public.citext),
    function 1 (public.citext, public.citext) public.citext_cmp(public.citext, public.citext);
-- ! opens_access
create function public.like_it(
  a public.citext,
  b integer
)
returns boolean
language sql
immutable
as $$select length(a::text) = b$$;
-- ! changes_statements
create operator public.=# (
  function = public.like_it,
  leftarg = public.citext,
  rightarg = integer
);
