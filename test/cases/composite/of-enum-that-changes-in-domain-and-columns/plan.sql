-- up
drop view public.v;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column c type text using c::text;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column cs type text[] using cs::text[];
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column o type text using o::text;
drop function public.f(public.o);
drop type public.o;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column d type text using d::text;
drop domain public.d;
drop type public.c;
drop type public.e;
create type public.e as enum (
  'b',
  'a'
);
revoke all on type public.e from public;
grant usage on type public.e to public;
create type public.c as (
  x public.e,
  y public.e[]
);
revoke all on type public.c from public;
grant usage on type public.c to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column c type public.c using c::public.c;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column cs type public.c[] using cs::public.c[];
-- ! fails_on_rows
create domain public.d as public.c
  constraint d_check check (((value).x is not null));
revoke all on domain public.d from public;
grant usage on domain public.d to public;
create type public.o as (
  d public.d,
  c public.c[]
);
revoke all on type public.o from public;
grant usage on type public.o to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column o type public.o using o::public.o;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column d type public.d using d::public.d;
create view public.v as
 select (c).x as x,
    (o).d as d
   from public.t;
create function public.f(public.o)
returns public.d
language sql
as $$select ($1).d$$;
revoke all on function public.f(public.o) from public;
grant execute on function public.f(public.o) to public;

-- down
drop view public.v;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column c type text using c::text;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column cs type text[] using cs::text[];
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column o type text using o::text;
drop function public.f(public.o);
drop type public.o;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column d type text using d::text;
drop domain public.d;
drop type public.c;
drop type public.e;
create type public.e as enum (
  'a',
  'b'
);
revoke all on type public.e from public;
grant usage on type public.e to public;
create type public.c as (
  x public.e,
  y public.e[]
);
revoke all on type public.c from public;
grant usage on type public.c to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column c type public.c using c::public.c;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column cs type public.c[] using cs::public.c[];
-- ! fails_on_rows
create domain public.d as public.c
  constraint d_check check (((value).x is not null));
revoke all on domain public.d from public;
grant usage on domain public.d to public;
create type public.o as (
  d public.d,
  c public.c[]
);
revoke all on type public.o from public;
grant usage on type public.o to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column o type public.o using o::public.o;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column d type public.d using d::public.d;
create view public.v as
 select (c).x as x,
    (o).d as d
   from public.t;
create function public.f(public.o)
returns public.d
language sql
as $$select ($1).d$$;
revoke all on function public.f(public.o) from public;
grant execute on function public.f(public.o) to public;
