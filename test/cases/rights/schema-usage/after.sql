create schema app;
grant usage, create on schema app to anon;
comment on schema app is 'App.';
