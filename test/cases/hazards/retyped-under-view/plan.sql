-- up
drop view public.v;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type bigint;
-- ! breaks_clients
create view public.v
with (security_invoker=true) as
 select a
   from public.t;

-- down
drop view public.v;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type integer;
-- ! breaks_clients
create view public.v
with (security_invoker=true) as
 select a
   from public.t;
