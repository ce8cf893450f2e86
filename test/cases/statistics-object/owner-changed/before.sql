create schema app;
grant usage, create on schema app to service_role;
create table app.t (a integer, b integer);
create statistics app.st on a, b from app.t;
