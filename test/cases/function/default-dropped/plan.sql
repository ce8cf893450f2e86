-- up
drop function public.f(integer);
-- ! breaks_clients
create function public.f(a integer)
returns integer
language sql
as $$select a$$;
revoke all on function public.f(integer) from public;
grant execute on function public.f(integer) to public;

-- down
drop function public.f(integer);
create function public.f(a integer default 1)
returns integer
language sql
as $$select a$$;
revoke all on function public.f(integer) from public;
grant execute on function public.f(integer) to public;
