-- up
-- ! opens_access
alter default privileges for role postgres in schema app
  grant usage on types to anon;

-- down
-- ! breaks_clients
alter default privileges for role postgres in schema app
  revoke usage on types from anon;
