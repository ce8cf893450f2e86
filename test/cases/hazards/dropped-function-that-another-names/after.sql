create schema app;
create function app.f() returns integer language plpgsql as 'begin return app.g(); end';
