-- superuser
create schema app authorization postgres;
grant create, usage on schema app to service_role;
create table app.notes (id int);
alter table app.notes owner to postgres;
grant select on app.notes to service_role;
