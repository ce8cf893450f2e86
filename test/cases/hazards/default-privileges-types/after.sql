create schema app;
alter default privileges for role postgres in schema app grant usage on types to anon;
