create schema app;
create function app.g(bigint) returns integer language sql as 'select 1';
create function app.f() returns integer language plpgsql as 'begin return app.g(1); end';
