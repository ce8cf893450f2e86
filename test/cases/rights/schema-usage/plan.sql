-- up
comment on schema app is 'App.';
-- ! opens_access
grant all on schema app to anon;

-- down
comment on schema app is null;
-- ! breaks_clients
revoke all on schema app from anon;
