-- up
-- ! breaks_clients
drop function a.f();
-- ! data_loss, breaks_clients
drop table a.t;
-- ! breaks_clients
drop schema a;
create schema b;
comment on schema b is 'B';
revoke all on schema b from anon;
-- ! opens_access
grant usage on schema b to anon;
create function b.f()
returns integer
language sql
as $$select 1$$;
revoke all on function b.f() from public, anon;
-- ! opens_access
grant execute on function b.f() to public;
create table b.t (
  x integer
);
revoke all on table b.t from anon;

-- down
-- ! breaks_clients
drop function b.f();
-- ! data_loss, breaks_clients
drop table b.t;
-- ! breaks_clients
drop schema b;
create schema a;
create function a.f()
returns integer
language sql
as $$select 1$$;
revoke all on function a.f() from public;
-- ! opens_access
grant execute on function a.f() to public;
create table a.t (
  x integer
);
