-- up
-- ! breaks_clients
drop function a.f();
create schema b;
comment on schema b is 'B';
revoke all on schema b from anon;
-- ! opens_access
grant usage on schema b to anon;
create table b.t (
  x integer
);
revoke all on table b.t from anon;
-- ! data_loss, breaks_clients
drop table a.t;
-- ! breaks_clients
drop schema a;
create function b.f()
returns integer
language sql
as $$select 1$$;
revoke all on function b.f() from public, anon;
-- ! opens_access
grant execute on function b.f() to public;

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
create function a.f()
returns integer
language sql
as $$select 1$$;
revoke all on function a.f() from public;
-- ! opens_access
grant execute on function a.f() to public;
