create schema app;
grant usage on schema app to authenticated;
create view app.v with (security_invoker = true) as select 1 as a;
comment on view app.v is 'V.';
