-- up
-- ! opens_access
alter default privileges for role postgres
  grant insert on tables to authenticated;
alter default privileges for role postgres
  grant select on tables to authenticated;

-- down
-- ! breaks_clients
alter default privileges for role postgres
  revoke insert on tables from authenticated;
alter default privileges for role postgres
  revoke select on tables from authenticated;
