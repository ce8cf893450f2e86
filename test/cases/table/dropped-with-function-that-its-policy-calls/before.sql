create schema app;
create type app.state as enum ('new', 'old');
create table app.users (id bigint generated always as identity primary key, state app.state default 'new', up bigint references app.users);
create table app.posts (id serial primary key, user_id bigint references app.users);
create view app.active as select * from app.users;
create function app.f() returns setof app.active language sql as 'select * from app.active';
create policy own on app.users using (exists (select from app.f()));
create publication pub for table app.users;
alter default privileges in schema app grant select on tables to anon;
