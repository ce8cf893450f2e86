create schema app;
grant usage on schema app to anon;
create table app.t (a integer);
grant select on app.t to anon;
create sequence app.s;
create function app.f() returns integer language sql as 'select 1';
create table public.t (a integer);
