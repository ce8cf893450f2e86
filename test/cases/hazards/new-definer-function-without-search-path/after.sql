create schema app;
create function app.f() returns integer language sql security definer as 'select 1';
