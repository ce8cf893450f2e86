-- up
-- ! blocks_reads
create or replace view public.v
with (security_invoker=true) as
 select a
   from public.t
  where (a > 2);

-- down
-- ! blocks_reads
create or replace view public.v
with (security_invoker=true) as
 select a
   from public.t
  where (a > 1);
