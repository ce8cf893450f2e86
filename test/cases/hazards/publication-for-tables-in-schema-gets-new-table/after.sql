-- superuser
create schema app authorization postgres;
create publication p for tables in schema app;
create table app.t (a integer primary key);
alter table app.t owner to postgres;
