create schema app;
create table app.t (a integer);
alter table app.t enable row level security;
grant select, insert on app.t to anon;
grant update (a) on app.t to authenticated;
