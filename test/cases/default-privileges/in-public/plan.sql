-- up
-- ! opens_access
alter default privileges for role postgres in schema public
  grant execute on functions to anon;
-- ! opens_access
alter default privileges for role postgres in schema public
  grant all on sequences to anon;
-- ! opens_access
alter default privileges for role postgres in schema public
  grant all on sequences to authenticated;
-- ! opens_access
alter default privileges for role postgres in schema public
  grant select on tables to authenticated;
-- ! opens_access
alter default privileges for role postgres
  grant usage on schemas to anon;
-- ! opens_access
create schema later;
-- ! opens_access
create sequence public.t_id_seq
  as integer;
-- ! opens_access
create table public.t (
  id integer not null default nextval('public.t_id_seq'::regclass)
);
alter sequence public.t_id_seq owned by public.t.id;
-- ! opens_access
create function public.f()
returns integer
language sql
as $$select 1$$;

-- down
-- ! breaks_clients
alter default privileges for role postgres in schema public
  revoke execute on functions from anon;
-- ! breaks_clients
alter default privileges for role postgres in schema public
  revoke all on sequences from anon;
-- ! breaks_clients
alter default privileges for role postgres in schema public
  revoke all on sequences from authenticated;
-- ! breaks_clients
alter default privileges for role postgres in schema public
  revoke select on tables from authenticated;
-- ! breaks_clients
alter default privileges for role postgres
  revoke usage on schemas from anon;
-- ! breaks_clients
drop function public.f();
-- ! breaks_clients
drop schema later;
-- ! data_loss, breaks_clients
drop table public.t;
