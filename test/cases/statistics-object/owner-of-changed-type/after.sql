create schema app;
grant usage, create on schema app to service_role;
create table app.t (a bigint, b integer);
create statistics app.st on a, b from app.t;
alter statistics app.st owner to service_role;
