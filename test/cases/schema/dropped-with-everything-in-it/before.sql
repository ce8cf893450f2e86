create schema app;
create type app.e as enum ('a');
create domain app.d as text;
create sequence app.s;
create table app.t (e app.e, d app.d, n integer default nextval('app.s'));
create view app.v as select * from app.t;
create function app.f() returns setof app.t language sql as 'select * from app.t';
create table public.uses (e app.e);
