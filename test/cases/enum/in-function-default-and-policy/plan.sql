-- up
drop function public.f(public.e);
drop materialized view public.m;
-- ! blocks_reads
drop policy p on public.t;
alter type public.e rename to e_old;
-- ! fails_on_rows, breaks_clients
create type public.e as enum (
  'c',
  'a'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type public.e using e::text::public.e;
create function public.f(e public.e default 'a'::public.e)
returns integer
language sql
as $$select 1$$;
-- ! scan
create materialized view public.m as
 select e
   from public.t;
-- ! blocks_reads
create policy p on public.t
  for all
  to public
  using (e = 'a'::public.e);
drop type public.e_old;

-- down
drop function public.f(public.e);
drop materialized view public.m;
-- ! blocks_reads
drop policy p on public.t;
alter type public.e rename to e_old;
create type public.e as enum (
  'a',
  'b',
  'c'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type public.e using e::text::public.e;
create function public.f(e public.e default 'a'::public.e)
returns integer
language sql
as $$select 1$$;
-- ! scan
create materialized view public.m as
 select e
   from public.t;
-- ! blocks_reads
create policy p on public.t
  for all
  to public
  using (e = 'a'::public.e);
drop type public.e_old;
