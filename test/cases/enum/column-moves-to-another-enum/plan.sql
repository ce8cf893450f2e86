-- up
create type public.b as enum (
  'x',
  'y'
);
revoke all on type public.b from public;
grant usage on type public.b to public;
-- ! blocks_reads
alter table only public.t
  alter column a drop default;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type public.b using a::text::public.b;
-- ! blocks_reads
alter table only public.t
  alter column a set default 'y'::public.b;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column b type public.b[] using b::text[]::public.b[];
-- ! breaks_clients
drop type public.a;

-- down
create type public.a as enum (
  'x',
  'y'
);
revoke all on type public.a from public;
grant usage on type public.a to public;
-- ! blocks_reads
alter table only public.t
  alter column a drop default;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type public.a using a::text::public.a;
-- ! blocks_reads
alter table only public.t
  alter column a set default 'x'::public.a;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column b type public.a[] using b::text[]::public.a[];
-- ! breaks_clients
drop type public.b;
