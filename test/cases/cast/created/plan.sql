-- up
create cast (public.pair as json)
  with inout;
-- ! changes_statements
create cast (public.pair[] as json)
  with inout as assignment;
-- ! opens_access
create function public.cut(
  mood public.mood,
  length integer,
  explicit boolean
)
returns varchar
language sql
immutable
as $$select left('abc', length)$$;
-- ! changes_statements
create cast (public.mood as varchar)
  with function public.cut(public.mood, integer, boolean) as assignment;
-- ! opens_access
create function public.number_of(mood public.mood)
returns integer
language sql
immutable
as $$select 1$$;
-- ! changes_statements
create cast (public.mood as integer)
  with function public.number_of(public.mood) as implicit;
comment on cast (public.mood as integer) is 'what it''s worth';

-- down
-- ! changes_statements, breaks_clients
drop cast (public.mood as varchar);
-- ! changes_statements, breaks_clients
drop cast (public.mood as integer);
-- ! breaks_clients
drop cast (public.pair as json);
-- ! changes_statements, breaks_clients
drop cast (public.pair[] as json);
-- ! breaks_clients
drop function public.cut(public.mood, integer, boolean);
-- ! breaks_clients
drop function public.number_of(public.mood);
