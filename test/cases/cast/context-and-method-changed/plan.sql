-- up
drop cast (public.mood as bigint);
drop cast (public.mood as integer);
-- ! breaks_clients
drop function public.big_number_of(public.mood);
-- ! changes_statements
create cast (public.mood as integer)
  with inout as assignment;
comment on cast (public.mood as text) is 'two';
-- ! opens_access
create function public.another_number_of(mood public.mood)
returns bigint
language sql
immutable
as $$select 2::bigint$$;
-- ! changes_statements
create cast (public.mood as bigint)
  with function public.another_number_of(public.mood);
comment on cast (public.mood as bigint) is 'stays';

-- down
drop cast (public.mood as bigint);
drop cast (public.mood as integer);
-- ! breaks_clients
drop function public.another_number_of(public.mood);
-- ! changes_statements
create cast (public.mood as integer)
  with function public.number_of(public.mood);
comment on cast (public.mood as text) is 'one';
-- ! opens_access
create function public.big_number_of(mood public.mood)
returns bigint
language sql
immutable
as $$select 1::bigint$$;
-- ! changes_statements
create cast (public.mood as bigint)
  with function public.big_number_of(public.mood) as implicit;
comment on cast (public.mood as bigint) is 'stays';
