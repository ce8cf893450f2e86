-- up
-- ! opens_access
create function app.zone()
returns integer
language sql
immutable
as $$select 1$$;
create table app.t (
  a integer generated always as (app.zone()) stored,
  b integer
);
-- ! opens_access
create function app.defarg(a integer default app.zone())
returns integer
language sql
as $$select a + app.zone()$$;
create index i on app.t using btree (b) where (b > app.zone());
-- ! opens_access
create procedure app.p(inout x integer default app.zone())
language plpgsql
as $$ begin x := app.defarg(x); end $$;

-- down
-- ! breaks_clients
drop procedure app.p(integer);
-- ! breaks_clients
drop function app.defarg(integer);
-- ! data_loss, breaks_clients
drop table app.t;
-- ! breaks_clients
drop function app.zone();
