create schema app;
grant usage, create on schema app to service_role;
create function app.f() returns integer language sql as 'select 1';
alter function app.f() owner to service_role;
