-- up
drop view public.v;
drop function public.f();
-- ! breaks_clients
create function public.f()
returns bigint
language sql
immutable
as $$select 1::bigint$$;
-- ! breaks_clients
create view public.v as
 select public.f() as n;

-- down
drop view public.v;
drop function public.f();
-- ! breaks_clients
create function public.f()
returns integer
language sql
immutable
as $$select 1$$;
-- ! breaks_clients
create view public.v as
 select public.f() as n;
