create schema a;
create schema b;
create type b.e as enum ('x');
create table b.t (id integer generated always as identity primary key, e b.e default 'x', n text);
create index ti on b.t (n);
create view b.v as select * from b.t;
create table public.r (id integer references b.t);
create function b.f() returns setof b.t language sql as 'select * from b.t';
