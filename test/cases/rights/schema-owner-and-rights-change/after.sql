-- superuser
create schema app authorization service_role;
grant create, usage on schema app to postgres;
create table app.notes (id int);
alter table app.notes owner to service_role;
grant select, insert on app.notes to postgres;
