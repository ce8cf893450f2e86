-- up
-- ! opens_access
alter default privileges for role postgres
  grant execute on functions to public;

-- down
-- ! breaks_clients
alter default privileges for role postgres
  revoke execute on functions from public;
