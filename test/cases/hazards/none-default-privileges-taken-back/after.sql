create schema app;
alter default privileges for role postgres in schema app grant select, insert on tables to anon;
alter default privileges for role postgres in schema app revoke insert on tables from anon;
