-- up
-- ! blocks_reads, breaks_clients
alter table public.t
  drop column c,
  drop constraint k,
  alter column b drop default;
-- ! blocks_reads
drop index public.i;
-- ! blocks_reads, breaks_clients
drop policy p on public.t;
-- ! breaks_clients
drop view public.v;
-- ! breaks_clients
drop function public.f(integer);

-- down
-- ! opens_access
create function public.f(a integer)
returns integer
language sql
immutable
as $$select a$$;
-- ! rewrite, scan, blocks_reads, fails_on_rows
alter table public.t
  alter column b set default public.f(1),
  add column c integer generated always as (public.f(a)) stored,
  add constraint k check ((public.f(a) > 0));
-- ! scan, blocks_writes
create index i on public.t using btree (public.f(a));
-- ! blocks_reads, opens_access
create policy p on public.t
  for all
  to public
  using (public.f(a) = 1);
-- ! opens_access
create view public.v as
 select public.f(a) as a
   from public.t;
