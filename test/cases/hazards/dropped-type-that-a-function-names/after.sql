set check_function_bodies = off;
create schema app;
create function app.f() returns text language plpgsql as 'declare m app.mood := ''sad''; begin return m::text; end';
