-- up
create domain public.d as text;
create type public.e as enum (
  'a'
);
revoke all on type public.e from public;
-- ! opens_access
create function public.f()
returns integer
language sql
as $$select 1$$;
create function public.g()
returns integer
language sql
as $$select 1$$;
revoke all on function public.g() from public;
-- ! opens_access
create procedure public.p()
language sql
as $$select 1$$;

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
