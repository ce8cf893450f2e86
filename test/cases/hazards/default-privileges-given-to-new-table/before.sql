create schema app;
alter default privileges for role postgres in schema app grant select on tables to anon;
