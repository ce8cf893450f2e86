-- up
-- ! opens_access
create function public."z""f"()
returns integer
language sql
as $$select 1$$;
-- ! opens_access
create function public.a()
returns integer
language sql
as $$select public."z""f"()$$;
-- ! opens_access
create function public.z_plain()
returns integer
language sql
as $$select 1$$;
-- ! opens_access
create function public.b()
returns integer
language sql
as $$select Public . Z_Plain()$$;

-- down
-- ! breaks_clients
drop function public.a();
-- ! breaks_clients
drop function public."z""f"();
-- ! breaks_clients
drop function public.b();
-- ! breaks_clients
drop function public.z_plain();
