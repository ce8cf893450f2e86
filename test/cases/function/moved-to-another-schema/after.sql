create schema app;
create function app.f() returns integer language sql as 'select 1';
create view public.v as select app.f() as a;
