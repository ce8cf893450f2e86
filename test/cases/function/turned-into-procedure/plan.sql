-- up
-- ! breaks_clients
drop function public.f(integer);
-- ! opens_access
create procedure public.f(in a integer)
language sql
as $$select$$;

-- down
-- ! breaks_clients
drop procedure public.f(integer);
-- ! opens_access
create function public.f(a integer)
returns void
language sql
as $$select$$;
