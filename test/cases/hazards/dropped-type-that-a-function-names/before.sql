create schema app;
create type app.mood as enum ('sad', 'happy');
create function app.f() returns text language plpgsql as 'declare m app.mood := ''sad''; begin return m::text; end';
