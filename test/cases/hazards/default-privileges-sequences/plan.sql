-- up
-- ! opens_access
alter default privileges for role postgres in schema app
  grant select on sequences to anon;

-- down
-- ! breaks_clients
alter default privileges for role postgres in schema app
  revoke select on sequences from anon;
