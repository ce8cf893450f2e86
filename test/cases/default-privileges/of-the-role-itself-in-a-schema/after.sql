create schema s;
create table s.a (id int);
alter default privileges in schema s grant select, insert on tables to authenticated;
alter default privileges in schema s grant usage on types to postgres with grant option;
create type s.e as enum ('a');
create table s.t (id int);
