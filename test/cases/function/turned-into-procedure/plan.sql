-- up
-- ! breaks_clients
drop function public.f(integer);
create procedure public.f(in a integer)
language sql
as $$select$$;
revoke all on procedure public.f(integer) from public;
-- ! opens_access
grant execute on procedure public.f(integer) to public;

-- down
-- ! breaks_clients
drop procedure public.f(integer);
create function public.f(a integer)
returns void
language sql
as $$select$$;
revoke all on function public.f(integer) from public;
-- ! opens_access
grant execute on function public.f(integer) to public;
