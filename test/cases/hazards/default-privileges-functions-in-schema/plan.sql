-- up
-- ! opens_access
alter default privileges for role postgres in schema app
  grant execute on functions to service_role;

-- down
-- ! breaks_clients
alter default privileges for role postgres in schema app
  revoke execute on functions from service_role;
