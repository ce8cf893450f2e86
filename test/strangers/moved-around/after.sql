create schema a; create schema b; create schema c;
create type b.kind as enum ('x', 'y');
create table b.things (id int primary key, kind b.kind, note text);
create function b.f(b.kind) returns text language sql immutable return $1::text;
create view b.swap as select 1 as id;
create table a.swap (id int);
create function a.p() returns int language sql as 'select 1';
