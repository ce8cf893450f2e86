-- up
drop function public.f(public.e);
drop materialized view public.m;
-- ! blocks_reads
drop policy p on public.t;
-- ! blocks_reads
drop index public.i;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type text using e::text;
drop type public.e;
-- ! fails_on_rows, breaks_clients
create type public.e as enum (
  'c',
  'a'
);
revoke all on type public.e from public;
grant usage on type public.e to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type public.e using e::public.e;
create function public.f(e public.e default 'a'::public.e)
returns integer
language sql
as $$select 1$$;
revoke all on function public.f(public.e) from public;
grant execute on function public.f(public.e) to public;
-- ! scan
create materialized view public.m as
 select e
   from public.t;
-- ! blocks_reads
create policy p on public.t
  for all
  to public
  using (e = 'a'::public.e);
-- ! scan, blocks_writes
create index i on public.t using btree (e);

-- down
drop function public.f(public.e);
drop materialized view public.m;
-- ! blocks_reads
drop policy p on public.t;
-- ! blocks_reads
drop index public.i;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type text using e::text;
drop type public.e;
create type public.e as enum (
  'a',
  'b',
  'c'
);
revoke all on type public.e from public;
grant usage on type public.e to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type public.e using e::public.e;
create function public.f(e public.e default 'a'::public.e)
returns integer
language sql
as $$select 1$$;
revoke all on function public.f(public.e) from public;
grant execute on function public.f(public.e) to public;
-- ! scan
create materialized view public.m as
 select e
   from public.t;
-- ! blocks_reads
create policy p on public.t
  for all
  to public
  using (e = 'a'::public.e);
-- ! scan, blocks_writes
create index i on public.t using btree (e);
