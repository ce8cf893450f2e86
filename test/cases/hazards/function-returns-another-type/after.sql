create schema app;
create function app.g() returns bigint language sql as 'select 1::bigint';
create function app.f() returns text language plpgsql as 'begin return app.g()::text; end';
