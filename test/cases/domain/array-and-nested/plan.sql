-- up
alter domain public.b rename to b_old;
alter domain public.a rename to a_old;
-- ! fails_on_rows, breaks_clients
create domain public.a as bigint
  constraint c check ((value > 0));
-- ! fails_on_rows
create domain public.b as public.a
  not null;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column y type public.a[] using y::text[]::public.a[],
  alter column x type public.b;
drop domain public.b_old;
drop domain public.a_old;

-- down
alter domain public.b rename to b_old;
alter domain public.a rename to a_old;
-- ! fails_on_rows, breaks_clients
create domain public.a as integer
  constraint c check ((value > 0));
-- ! fails_on_rows
create domain public.b as public.a;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column y type public.a[] using y::text[]::public.a[],
  alter column x type public.b;
drop domain public.b_old;
drop domain public.a_old;
