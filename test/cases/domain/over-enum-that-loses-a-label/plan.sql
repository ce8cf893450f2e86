-- up
-- ! blocks_reads
alter table only public.t
  alter column a drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type text using a::text;
drop domain public.d;
drop type public.e;
-- ! fails_on_rows, breaks_clients
create type public.e as enum (
  'a',
  'b'
);
revoke all on type public.e from public;
grant usage on type public.e to public;
-- ! fails_on_rows
create domain public.d as public.e
  constraint c check ((value <> 'a'::public.e));
revoke all on domain public.d from public;
grant usage on domain public.d to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type public.d using a::public.d;
-- ! blocks_reads
alter table only public.t
  alter column a set default 'b'::public.e;

-- down
alter type public.e add value 'c' after 'b';
