-- superuser
create schema app authorization service_role;
grant create, usage on schema app to postgres;
create schema other authorization service_role;
grant usage on schema other to postgres with grant option;
create table app.notes (id integer);
alter table app.notes owner to service_role;
grant select, insert on app.notes to postgres;
create table other.bare (id integer);
alter table other.bare owner to service_role;
create function app.f() returns integer language sql as 'select 1';
alter function app.f() owner to service_role;
grant execute on function app.f() to postgres;
