create schema app;
create function app.g() returns integer language sql as 'select 1';
create function app.f() returns integer language plpgsql as 'begin return app.g(); end';
revoke execute on function app.g() from public;
