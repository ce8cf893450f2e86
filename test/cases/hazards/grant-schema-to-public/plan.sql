-- up
-- ! opens_access
grant usage on schema app to public;

-- down
-- ! breaks_clients
revoke usage on schema app from public;
