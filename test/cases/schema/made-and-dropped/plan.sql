-- up
-- ! breaks_clients
drop function a.f();
create schema b;
comment on schema b is 'B';
-- ! opens_access
grant usage on schema b to anon;
create table b.t (
  x integer
);
-- ! data_loss, breaks_clients
drop table a.t;
-- ! breaks_clients
drop schema a;
-- ! opens_access
create function b.f()
returns integer
language sql
as $$select 1$$;

-- down
-- ! breaks_clients
drop function b.f();
create schema a;
create table a.t (
  x integer
);
-- ! data_loss, breaks_clients
drop table b.t;
-- ! breaks_clients
drop schema b;
-- ! opens_access
create function a.f()
returns integer
language sql
as $$select 1$$;
