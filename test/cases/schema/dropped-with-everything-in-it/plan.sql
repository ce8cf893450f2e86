-- up
-- ! breaks_clients
drop function app.f();
-- ! breaks_clients
drop view app.v;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.uses
  alter column e type text;
-- ! data_loss, breaks_clients
drop table app.t;
-- ! breaks_clients
drop domain app.d;
-- ! breaks_clients
drop type app.e;
-- ! data_loss, breaks_clients
drop sequence app.s;
-- ! breaks_clients
drop schema app;

-- down
create schema app;
create domain app.d as text;
revoke all on domain app.d from public;
grant usage on domain app.d to public;
create type app.e as enum (
  'a'
);
revoke all on type app.e from public;
grant usage on type app.e to public;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.uses
  alter column e type app.e using e::app.e;
create sequence app.s
  as bigint
  increment by 1
  minvalue 1
  maxvalue 9223372036854775807
  start with 1
  cache 1
  no cycle;
create table app.t (
  e app.e,
  d app.d,
  n integer default nextval('app.s'::regclass)
);
create function app.f()
returns setof app.t
language sql
as $$select * from app.t$$;
revoke all on function app.f() from public;
-- ! opens_access
grant execute on function app.f() to public;
-- ! opens_access
create view app.v as
 select e,
    d,
    n
   from app.t;
