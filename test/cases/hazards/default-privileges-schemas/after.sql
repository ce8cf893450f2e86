create schema app;
alter default privileges for role postgres grant usage on schemas to authenticated;
