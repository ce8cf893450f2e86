-- up
create type public.b as enum (
  'x',
  'y'
);
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a drop default,
  alter column a type public.b using a::text::public.b,
  alter column a set default 'y'::public.b,
  alter column b type public.b[] using b::text[]::public.b[];
-- ! breaks_clients
drop type public.a;

-- down
create type public.a as enum (
  'x',
  'y'
);
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a drop default,
  alter column a type public.a using a::text::public.a,
  alter column a set default 'x'::public.a,
  alter column b type public.a[] using b::text[]::public.a[];
-- ! breaks_clients
drop type public.b;
