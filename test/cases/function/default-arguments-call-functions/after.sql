create schema app;
create function app.zone() returns int language sql immutable as 'select 1';
create function app.defarg(a int default app.zone()) returns int language sql as 'select a + app.zone()';
create table app.t (a int generated always as (app.zone()) stored, b int);
create index i on app.t (b) where b > app.zone();
create procedure app.p(inout x int default app.zone()) language plpgsql as $$ begin x := app.defarg(x); end $$;
