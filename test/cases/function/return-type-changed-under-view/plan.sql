-- up
drop view public.v;
drop function public.f();
-- ! breaks_clients
create function public.f()
returns bigint
language sql
immutable
as $$select 1::bigint$$;
revoke all on function public.f() from public;
grant execute on function public.f() to public;
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
revoke all on function public.f() from public;
grant execute on function public.f() to public;
-- ! breaks_clients
create view public.v as
 select public.f() as n;
