create schema app;
alter default privileges in schema app grant select on tables to authenticated;
alter default privileges revoke execute on functions from public;
create table app.a (id int);
create function app.f() returns int language sql return 1;
