-- up
-- ! opens_access
alter default privileges for role postgres
  grant insert, select on tables to authenticated;

-- down
-- ! breaks_clients
alter default privileges for role postgres
  revoke insert, select on tables from authenticated;
