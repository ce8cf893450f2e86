create schema app;
grant usage on schema app to anon;
create table app.t (a integer);
grant select on app.t to anon;
create policy own on app.t for select to authenticated, anon using (true);
create function app.f() returns integer language sql security definer as 'select 1';
