-- up
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type text using e::text;
drop type public.e;
-- ! fails_on_rows, breaks_clients
create type public.e as enum (
  'x',
  'y'
);
revoke all on type public.e from public;
grant usage on type public.e to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type public.e using e::public.e;

-- down
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type text using e::text;
drop type public.e;
-- ! fails_on_rows, breaks_clients
create type public.e as enum (
  'a',
  'b'
);
revoke all on type public.e from public;
grant usage on type public.e to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type public.e using e::public.e;
