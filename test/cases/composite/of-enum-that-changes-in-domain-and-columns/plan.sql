-- up
drop view public.v;
drop function public.f(public.o);
alter type public.o rename to o_old;
alter domain public.d rename to d_old;
alter type public.c rename to c_old;
alter type public.e rename to e_old;
create type public.e as enum (
  'b',
  'a'
);
create type public.c as (
  x public.e,
  y public.e[]
);
-- ! fails_on_rows
create domain public.d as public.c
  constraint d_check check (((value).x is not null));
create type public.o as (
  d public.d,
  c public.c[]
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column c type public.c using c::text::public.c,
  alter column cs type public.c[] using cs::text[]::public.c[],
  alter column o type public.o using o::text::public.o,
  alter column d type public.d using d::text::public.d;
create view public.v as
 select (c).x as x,
    (o).d as d
   from public.t;
create function public.f(public.o)
returns public.d
language sql
as $$select ($1).d$$;
drop type public.o_old;
drop domain public.d_old;
drop type public.c_old;
drop type public.e_old;

-- down
drop view public.v;
drop function public.f(public.o);
alter type public.o rename to o_old;
alter domain public.d rename to d_old;
alter type public.c rename to c_old;
alter type public.e rename to e_old;
create type public.e as enum (
  'a',
  'b'
);
create type public.c as (
  x public.e,
  y public.e[]
);
-- ! fails_on_rows
create domain public.d as public.c
  constraint d_check check (((value).x is not null));
create type public.o as (
  d public.d,
  c public.c[]
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column c type public.c using c::text::public.c,
  alter column cs type public.c[] using cs::text[]::public.c[],
  alter column o type public.o using o::text::public.o,
  alter column d type public.d using d::text::public.d;
create view public.v as
 select (c).x as x,
    (o).d as d
   from public.t;
create function public.f(public.o)
returns public.d
language sql
as $$select ($1).d$$;
drop type public.o_old;
drop domain public.d_old;
drop type public.c_old;
drop type public.e_old;
