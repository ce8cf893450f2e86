-- platform
create schema app;
grant usage on schema app to authenticated, anon;
create table app.notes (id int primary key, tenant int);
create function app.is_member(t int) returns boolean language sql stable return t = 1;
alter table app.notes enable row level security;
create policy write on app.notes for insert to authenticated with check (app.is_member(tenant));
