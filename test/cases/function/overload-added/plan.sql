-- up
create function public.f(
  a integer,
  b integer default 1
)
returns integer
language sql
as $$select a$$;
revoke all on function public.f(integer, integer) from public;
-- ! opens_access
grant execute on function public.f(integer, integer) to public;
create function public.f(variadic a text[])
returns integer
language sql
as $$select 1$$;
revoke all on function public.f(text[]) from public;
-- ! opens_access
grant execute on function public.f(text[]) to public;

-- down
-- ! breaks_clients
drop function public.f(integer, integer);
-- ! breaks_clients
drop function public.f(text[]);
