create schema app;
alter default privileges for role postgres grant insert, select on tables to authenticated;
