-- up
create schema app;
-- ! opens_access
grant usage on schema app to anon, authenticated;

-- down
-- ! breaks_clients
drop schema app;
