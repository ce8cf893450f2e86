-- up
create schema app;
revoke all on schema app from anon, authenticated;
-- ! opens_access
grant usage on schema app to anon, authenticated;

-- down
-- ! breaks_clients
drop schema app;
