create schema app;
grant usage, create on schema app to service_role;
create table app.t (a integer);
alter table app.t owner to service_role;
