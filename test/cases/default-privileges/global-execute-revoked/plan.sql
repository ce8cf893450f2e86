-- up
-- ! breaks_clients
alter default privileges for role postgres
  revoke execute on functions from public;
-- ! breaks_clients
alter default privileges for role postgres
  revoke usage on types from public;
create type public.e as enum (
  'a'
);
create function public.f()
returns integer
language sql
as $$select 1$$;

-- down
-- ! opens_access
alter default privileges for role postgres
  grant execute on functions to public;
-- ! opens_access
alter default privileges for role postgres
  grant usage on types to public;
-- ! breaks_clients
drop type public.e;
-- ! breaks_clients
drop function public.f();
