-- platform
create schema app;
create view app.v with (security_invoker = true) as select 1 as a;
grant usage on schema app to authenticated;
