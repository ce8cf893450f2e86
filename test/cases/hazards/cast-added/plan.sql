-- up
drop cast (public.mood as bigint);
drop cast (public.mood as integer);
-- ! breaks_clients
drop cast (public.mood as smallint);
-- ! changes_statements
create cast (public.mood as integer)
  with inout;
-- ! changes_statements
create cast (public.mood as numeric)
  with inout as assignment;
create cast (public.mood as real)
  with inout;
-- ! opens_access
create function public.number_of(mood public.mood)
returns bigint
language sql
immutable
as $$select 1::bigint$$;
-- ! changes_statements
create cast (public.mood as bigint)
  with function public.number_of(public.mood) as implicit;

-- down
drop cast (public.mood as bigint);
drop cast (public.mood as integer);
-- ! changes_statements, breaks_clients
drop cast (public.mood as numeric);
-- ! breaks_clients
drop cast (public.mood as real);
-- ! breaks_clients
drop function public.number_of(public.mood);
-- ! changes_statements
create cast (public.mood as bigint)
  with inout as assignment;
-- ! changes_statements
create cast (public.mood as integer)
  with inout as implicit;
create cast (public.mood as smallint)
  with inout;
