-- up
create function public.f()
returns integer
language sql
as $$select 1$$;
revoke all on function public.f() from public, anon, authenticated, service_role, supabase_functions_admin;
-- ! opens_access
grant execute on function public.f() to public;

-- down
-- ! breaks_clients
drop function public.f();
