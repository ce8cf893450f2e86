create schema app;
grant usage, create on schema app to service_role;
create type app.mood as enum ('sad');
create sequence app.s;
alter type app.mood owner to service_role;
alter sequence app.s owner to service_role;
