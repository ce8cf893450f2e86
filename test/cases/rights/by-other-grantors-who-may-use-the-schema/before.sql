create schema app;
create table app.t (a integer, b integer);
create function app.f() returns integer language sql as 'select 1';
