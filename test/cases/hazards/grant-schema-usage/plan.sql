-- up
-- ! opens_access
grant usage on schema app to anon;

-- down
-- ! breaks_clients
revoke usage on schema app from anon;
