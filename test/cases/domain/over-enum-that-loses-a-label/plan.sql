-- up
alter domain public.d rename to d_old;
alter type public.e rename to e_old;
-- ! fails_on_rows, breaks_clients
create type public.e as enum (
  'a',
  'b'
);
-- ! fails_on_rows
create domain public.d as public.e
  constraint c check ((value <> 'a'::public.e));
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a drop default,
  alter column a type public.d using a::text::public.d,
  alter column a set default 'b'::public.e;
drop domain public.d_old;
drop type public.e_old;

-- down
alter type public.e add value 'c' after 'b';
