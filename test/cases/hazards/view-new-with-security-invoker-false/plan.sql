-- up
-- ! opens_access
create view public.v
with (security_invoker=false) as
 select a
   from public.t;
-- ! opens_access
grant select on table public.v to anon;

-- down
-- ! breaks_clients
drop view public.v;
