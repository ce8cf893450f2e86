-- up
-- ! opens_access
alter default privileges for role postgres in schema public
  grant execute on functions to anon;
-- ! opens_access
alter default privileges for role postgres in schema public
  grant usage on sequences to authenticated;
-- ! breaks_clients
alter default privileges for role postgres in schema public
  revoke select on tables from anon;
-- ! opens_access
alter default privileges for role postgres in schema public
  grant insert on tables to anon with grant option;
-- ! opens_access
alter default privileges for role postgres
  grant usage on schemas to anon;
-- ! opens_access
create table public.b (
  a integer
);

-- down
-- ! breaks_clients
alter default privileges for role postgres in schema public
  revoke execute on functions from anon;
-- ! breaks_clients
alter default privileges for role postgres in schema public
  revoke usage on sequences from authenticated;
-- ! breaks_clients
alter default privileges for role postgres
  revoke usage on schemas from anon;
-- ! breaks_clients
alter default privileges for role postgres in schema public
  revoke insert on tables from anon;
-- ! opens_access
alter default privileges for role postgres in schema public
  grant select on tables to anon;
-- ! data_loss, breaks_clients
drop table public.b;
