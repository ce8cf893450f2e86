-- up
create function public."z""f"()
returns integer
language sql
as $$select 1$$;
revoke all on function public."z""f"() from public;
-- ! opens_access
grant execute on function public."z""f"() to public;
create function public.a()
returns integer
language sql
as $$select public."z""f"()$$;
revoke all on function public.a() from public;
-- ! opens_access
grant execute on function public.a() to public;
create function public.z_plain()
returns integer
language sql
as $$select 1$$;
revoke all on function public.z_plain() from public;
-- ! opens_access
grant execute on function public.z_plain() to public;
create function public.b()
returns integer
language sql
as $$select Public . Z_Plain()$$;
revoke all on function public.b() from public;
-- ! opens_access
grant execute on function public.b() to public;

-- down
-- ! breaks_clients
drop function public."z""f"();
-- ! breaks_clients
drop function public.a();
-- ! breaks_clients
drop function public.b();
-- ! breaks_clients
drop function public.z_plain();
