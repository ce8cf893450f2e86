create schema a;
create schema b;
create type a.e as enum ('x');
create table a.t (id integer generated always as identity primary key, e a.e default 'x', n text);
create index ti on a.t (n);
create view a.v as select * from a.t;
create table public.r (id integer references a.t);
create function a.f() returns setof a.t language sql as 'select * from a.t';
