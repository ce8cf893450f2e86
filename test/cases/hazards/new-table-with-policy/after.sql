create schema app;
create table app.t (a integer);
alter table app.t enable row level security;
grant select on app.t to authenticated;
create policy own on app.t for select to authenticated using (a = 1);
