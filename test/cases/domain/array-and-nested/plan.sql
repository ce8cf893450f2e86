-- up
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column y type text[] using y::text[];
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x type text using x::text;
drop domain public.b;
drop domain public.a;
-- ! fails_on_rows, breaks_clients
create domain public.a as bigint
  constraint c check ((value > 0));
revoke all on domain public.a from public;
grant usage on domain public.a to public;
-- ! fails_on_rows
create domain public.b as public.a
  not null;
revoke all on domain public.b from public;
grant usage on domain public.b to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column y type public.a[] using y::public.a[];
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x type public.b using x::public.b;

-- down
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column y type text[] using y::text[];
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x type text using x::text;
drop domain public.b;
drop domain public.a;
-- ! fails_on_rows, breaks_clients
create domain public.a as integer
  constraint c check ((value > 0));
revoke all on domain public.a from public;
grant usage on domain public.a to public;
-- ! fails_on_rows
create domain public.b as public.a;
revoke all on domain public.b from public;
grant usage on domain public.b to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column y type public.a[] using y::public.a[];
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x type public.b using x::public.b;
