create schema a;
create table a.t (x integer);
create function a.f() returns integer language sql as 'select 1';
