-- up
-- ! opens_access
alter default privileges for role postgres
  grant usage on schemas to authenticated;

-- down
-- ! breaks_clients
alter default privileges for role postgres
  revoke usage on schemas from authenticated;
