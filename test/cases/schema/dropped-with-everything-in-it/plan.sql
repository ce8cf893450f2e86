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
create type app.e as enum (
  'a'
);
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.uses
  alter column e type app.e using e::app.e;
create sequence app.s;
create table app.t (
  e app.e,
  d app.d,
  n integer default nextval('app.s'::regclass)
);
-- ! opens_access
create function app.f()
returns setof app.t
language sql
as $$select * from app.t$$;
-- ! opens_access
create view app.v as
 select e,
    d,
    n
   from app.t;
