-- up
-- ! opens_access
grant all on schema app to postgres;
create schema other;
-- ! opens_access
alter schema other owner to service_role;
-- ! opens_access
grant usage on schema other to postgres with grant option;
create table app.notes (
  id integer
);
-- ! opens_access
alter table app.notes owner to service_role;
-- ! opens_access
grant select, insert on table app.notes to postgres;
create table other.bare (
  id integer
);
-- ! opens_access
alter table other.bare owner to service_role;
-- ! opens_access
create function app.f()
returns integer
language sql
as $$select 1$$;
-- ! opens_access
alter function app.f() owner to service_role;
-- ! opens_access
grant execute on function app.f() to postgres;

-- down
-- ! breaks_clients
drop function app.f();
-- ! breaks_clients
revoke all on schema app from postgres;
-- ! data_loss, breaks_clients
drop table app.notes;
-- ! data_loss, breaks_clients
drop table other.bare;
-- ! breaks_clients
drop schema other;
