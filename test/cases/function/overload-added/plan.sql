-- up
-- ! opens_access
create function public.f(
  a integer,
  b integer default 1
)
returns integer
language sql
as $$select a$$;
-- ! opens_access
create function public.f(variadic a text[])
returns integer
language sql
as $$select 1$$;

-- down
-- ! breaks_clients
drop function public.f(integer, integer);
-- ! breaks_clients
drop function public.f(text[]);
