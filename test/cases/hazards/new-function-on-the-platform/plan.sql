-- up
-- ! opens_access
create function public.f()
returns integer
language sql
as $$select 1$$;
revoke all on function public.f() from anon, authenticated, service_role;

-- down
-- ! breaks_clients
drop function public.f();
