-- up
comment on schema app is 'App.';
-- ! opens_access
grant create, usage on schema app to anon;

-- down
comment on schema app is null;
-- ! breaks_clients
revoke create, usage on schema app from anon;
