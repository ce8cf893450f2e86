create schema app;
alter default privileges for role postgres in schema app grant execute on functions to service_role;
