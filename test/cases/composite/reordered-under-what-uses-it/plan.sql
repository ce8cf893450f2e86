-- up
-- ! blocks_reads
alter table public.t
  drop constraint ch;
drop function public.f(public.c);
-- ! blocks_reads
drop index public.i;
drop view public.v;
drop function public.g(public.around);
drop type public.around;
alter type public.c rename to c_old;
-- ! breaks_clients
create type public.c as (
  a integer,
  "B x" text,
  k text
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x drop default,
  alter column x type public.c using case when x is distinct from null then row((x).a, (x)."B x", (x).k)::public.c end,
  alter column x set default row(5, 'd'::text, 'e'::text)::public.c,
  add constraint ch check (((x).a > 0));
-- ! rewrite, scan, blocks_reads
alter table public.p
  alter column x type public.c using case when x is distinct from null then row((x).a, (x)."B x", (x).k)::public.c end;
-- ! rewrite, scan, blocks_reads
alter table public.parent
  alter column y type public.c using case when y is distinct from null then row((y).a, (y)."B x", (y).k)::public.c end;
create type public.around as (
  x public.c,
  y public.c[]
);
set local check_function_bodies = off;
create function public.f(v public.c)
returns integer
language sql
immutable
as $$ select (v).a $$;
set local check_function_bodies = on;
-- ! scan, blocks_writes
create index i on public.t using btree (((x).a));
create view public.v as
 select (x).a as a,
    (x)."B x" as "B x"
   from public.t;
create function public.g(v public.around)
returns integer
language sql
immutable
as $$ select ((v).x).a $$;
drop type public.c_old;
select pg_catalog.fmgr_sql_validator('public.f(public.c)'::pg_catalog.regprocedure);

-- down
-- ! blocks_reads
alter table public.t
  drop constraint ch;
drop function public.f(public.c);
-- ! blocks_reads
drop index public.i;
drop view public.v;
drop function public.g(public.around);
drop type public.around;
alter type public.c rename to c_old;
-- ! breaks_clients
create type public.c as (
  "B x" text,
  a integer,
  k text
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x drop default,
  alter column x type public.c using case when x is distinct from null then row((x)."B x", (x).a, (x).k)::public.c end,
  alter column x set default row('d'::text, 5, 'e'::text)::public.c,
  add constraint ch check (((x).a > 0));
-- ! rewrite, scan, blocks_reads
alter table public.p
  alter column x type public.c using case when x is distinct from null then row((x)."B x", (x).a, (x).k)::public.c end;
-- ! rewrite, scan, blocks_reads
alter table public.parent
  alter column y type public.c using case when y is distinct from null then row((y)."B x", (y).a, (y).k)::public.c end;
create type public.around as (
  x public.c,
  y public.c[]
);
set local check_function_bodies = off;
create function public.f(v public.c)
returns integer
language sql
immutable
as $$ select (v).a $$;
set local check_function_bodies = on;
-- ! scan, blocks_writes
create index i on public.t using btree (((x).a));
create view public.v as
 select (x).a as a,
    (x)."B x" as "B x"
   from public.t;
create function public.g(v public.around)
returns integer
language sql
immutable
as $$ select ((v).x).a $$;
drop type public.c_old;
select pg_catalog.fmgr_sql_validator('public.f(public.c)'::pg_catalog.regprocedure);
