-- up
alter type public.e rename to e_old;
-- ! fails_on_rows, breaks_clients
create type public.e as enum (
  'x',
  'y'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type public.e using e::text::public.e;
drop type public.e_old;

-- down
alter type public.e rename to e_old;
-- ! fails_on_rows, breaks_clients
create type public.e as enum (
  'a',
  'b'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type public.e using e::text::public.e;
drop type public.e_old;
