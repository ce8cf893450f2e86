-- superuser
create schema app;
grant all on schema app to anon, authenticated, service_role;
create table app.t (a integer);
alter table app.t owner to anon;
grant select on app.t to authenticated with grant option;
set role authenticated;
grant select on app.t to service_role with grant option;
set role service_role;
grant select on app.t to public;
reset role;
create view app.v as select 1 as a;
alter view app.v owner to anon;
grant select on app.v to authenticated with grant option;
set role authenticated;
grant select (a) on app.v to service_role;
reset role;
