alter default privileges in schema public grant select on tables to authenticated;
alter default privileges in schema public grant execute on functions to anon;
alter default privileges in schema public grant all on sequences to authenticated, anon;
alter default privileges grant usage on schemas to anon;
create table t (id serial);
create function f() returns int language sql as 'select 1';
create schema later;
