-- up
-- ! opens_access
alter default privileges for role postgres in schema app
  grant select on tables to anon;

-- down
-- ! breaks_clients
alter default privileges for role postgres in schema app
  revoke select on tables from anon;
