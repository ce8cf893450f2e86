-- up
alter type public.o rename to o_old;
alter domain public.dc rename to dc_old;
alter type public.c rename to c_old;
-- ! breaks_clients
create type public.c as (
  a bigint,
  b text
);
create type public.o as (
  i public.c,
  n integer
);
-- ! fails_on_rows
create domain public.dc as public.c
  constraint dc_check check (((value).a > 0));
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x type public.o using x::text::public.o;
-- ! rewrite, scan, blocks_reads
alter table public.t2
  alter column x type public.dc using x::text::public.dc;
drop type public.o_old;
drop domain public.dc_old;
drop type public.c_old;

-- down
alter type public.o rename to o_old;
alter domain public.dc rename to dc_old;
alter type public.c rename to c_old;
-- ! fails_on_rows, breaks_clients
create type public.c as (
  a integer,
  b text
);
create type public.o as (
  i public.c,
  n integer
);
-- ! fails_on_rows
create domain public.dc as public.c
  constraint dc_check check (((value).a > 0));
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x type public.o using x::text::public.o;
-- ! rewrite, scan, blocks_reads
alter table public.t2
  alter column x type public.dc using x::text::public.dc;
drop type public.o_old;
drop domain public.dc_old;
drop type public.c_old;
