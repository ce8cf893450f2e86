-- up
-- ! blocks_reads
alter table public.r
  drop constraint r_id_fkey;
-- ! breaks_clients
drop function a.f();
-- ! breaks_clients
drop view a.v;
create type b.e as enum (
  'x'
);
create table b.t (
  id integer not null generated always as identity,
  e b.e default 'x'::b.e,
  n text,
  constraint t_pkey primary key (id)
);
-- ! data_loss, breaks_clients
drop table a.t;
-- ! breaks_clients
drop type a.e;
-- ! scan, blocks_writes, fails_on_rows
alter table public.r
  add constraint r_id_fkey foreign key (id)
    references b.t (id);
-- ! opens_access
create function b.f()
returns setof b.t
language sql
as $$select * from b.t$$;
create index ti on b.t using btree (n);
-- ! opens_access
create view b.v as
 select id,
    e,
    n
   from b.t;

-- down
-- ! blocks_reads
alter table public.r
  drop constraint r_id_fkey;
-- ! breaks_clients
drop function b.f();
-- ! breaks_clients
drop view b.v;
create type a.e as enum (
  'x'
);
create table a.t (
  id integer not null generated always as identity,
  e a.e default 'x'::a.e,
  n text,
  constraint t_pkey primary key (id)
);
-- ! data_loss, breaks_clients
drop table b.t;
-- ! breaks_clients
drop type b.e;
-- ! scan, blocks_writes, fails_on_rows
alter table public.r
  add constraint r_id_fkey foreign key (id)
    references a.t (id);
-- ! opens_access
create function a.f()
returns setof a.t
language sql
as $$select * from a.t$$;
create index ti on a.t using btree (n);
-- ! opens_access
create view a.v as
 select id,
    e,
    n
   from a.t;
