create schema b;
comment on schema b is 'B';
grant usage on schema b to anon;
create table b.t (x integer);
create function b.f() returns integer language sql as 'select 1';
