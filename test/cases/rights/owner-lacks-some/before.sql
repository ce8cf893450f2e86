create table t (id int, a int);
create sequence s;
create function f() returns int language sql as 'select 1';
create type e as enum ('a');
create schema sc;
create view v as select 1 as a;
