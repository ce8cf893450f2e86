create schema a; create schema b;
create type a.kind as enum ('x');
create table a.things (id int primary key, kind a.kind, note text);
create function a.f(a.kind) returns text language sql immutable return $1::text;
create table b.swap (id int);
create view a.swap as select 1 as id;
create procedure a.p() language sql as 'select 1';
insert into a.things values (1, 'x');
