create schema app;
create table app.t (a integer);
alter table app.t enable row level security;
create policy own on app.t for select to authenticated using (a = 1);
create function app.f() returns integer language sql as 'select 1';
revoke execute on function app.f() from public;
