-- up
-- ! opens_access
grant create on schema app to authenticated;

-- down
-- ! breaks_clients
revoke create on schema app from authenticated;
