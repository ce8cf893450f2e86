-- up
drop materialized view public.kept;
drop view public.safe;
-- ! blocks_reads
drop policy own on public.mine;
-- ! blocks_reads, breaks_clients
alter foreign table public.remote
  options (add x 'y'),
  alter column id type bigint,
  alter column id options (add c 'd'),
  alter column owner_id set not null;
-- ! needs_refresh, breaks_clients
create materialized view public.kept as
 select id
   from public.remote
with no data;
-- ! breaks_clients
create view public.safe
with (security_invoker=true) as
 select id
   from public.remote;
-- ! blocks_reads
create policy own on public.mine
  for all
  to public
  using (exists ( select
   from public.remote r
  where (r.id = mine.id)));

-- down
drop materialized view public.kept;
drop view public.safe;
-- ! blocks_reads
drop policy own on public.mine;
-- ! blocks_reads, breaks_clients
alter foreign table public.remote
  options (drop x),
  alter column id type integer,
  alter column id options (drop c),
  alter column owner_id drop not null;
-- ! needs_refresh, breaks_clients
create materialized view public.kept as
 select id
   from public.remote
with no data;
-- ! breaks_clients
create view public.safe
with (security_invoker=true) as
 select id
   from public.remote;
-- ! blocks_reads
create policy own on public.mine
  for all
  to public
  using (exists ( select
   from public.remote r
  where (r.id = mine.id)));
