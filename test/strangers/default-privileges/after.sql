create schema app;
alter default privileges in schema app grant select, insert on tables to authenticated;
alter default privileges in schema app grant usage on sequences to anon;
create table app.a (id int);
create table app.b (id serial);
create function app.f() returns int language sql return 2;
create function app.g() returns int language sql return 1;
