-- up
create domain public.d as text;
revoke all on domain public.d from public;
grant usage on domain public.d to public;
create type public.e as enum (
  'a'
);
revoke all on type public.e from public;
create function public.f()
returns integer
language sql
as $$select 1$$;
revoke all on function public.f() from public;
-- ! opens_access
grant execute on function public.f() to public;
create function public.g()
returns integer
language sql
as $$select 1$$;
revoke all on function public.g() from public;
create procedure public.p()
language sql
as $$select 1$$;
revoke all on procedure public.p() from public;
-- ! opens_access
grant execute on procedure public.p() to public;

-- down
-- ! breaks_clients
drop domain public.d;
-- ! breaks_clients
drop type public.e;
-- ! breaks_clients
drop function public.f();
-- ! breaks_clients
drop function public.g();
-- ! breaks_clients
drop procedure public.p();
