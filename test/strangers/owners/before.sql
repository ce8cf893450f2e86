create schema o authorization authenticated;
create table o.t (id int primary key);
alter table o.t owner to authenticated;
create type o.e as enum ('a');
create function o.f() returns int language sql return 1;
create view o.v as select * from o.t;
