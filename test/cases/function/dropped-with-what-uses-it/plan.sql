-- up
-- ! blocks_reads, breaks_clients
alter table public.t
  drop column c;
-- ! blocks_reads
alter table public.t
  drop constraint k;
-- ! blocks_reads
drop index public.i;
-- ! blocks_reads, breaks_clients
drop policy p on public.t;
-- ! breaks_clients
drop view public.v;
-- ! blocks_reads
alter table only public.t
  alter column b drop default;
-- ! breaks_clients
drop function public.f(integer);

-- down
create function public.f(a integer)
returns integer
language sql
immutable
as $$select a$$;
revoke all on function public.f(integer) from public;
-- ! opens_access
grant execute on function public.f(integer) to public;
-- ! blocks_reads
alter table only public.t
  alter column b set default public.f(1);
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column c integer generated always as (public.f(a)) stored;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
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
