-- up
-- ! blocks_reads
create or replace view public.v
with (security_barrier=true, security_invoker=true) as
 select a,
    b
   from public.t
  where (a > 0);

-- down
drop view public.v;
-- ! breaks_clients
create view public.v
with (security_barrier=true, security_invoker=true) as
 select a
   from public.t;
comment on view public.v is 'V';
grant select on table public.v to anon;
