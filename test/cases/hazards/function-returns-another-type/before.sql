-- Another result: dropped and recreated. It goes on existing, and PUBLIC goes on executing it.
create schema app;
create function app.g() returns integer language sql as 'select 1';
create function app.f() returns text language plpgsql as 'begin return app.g()::text; end';
