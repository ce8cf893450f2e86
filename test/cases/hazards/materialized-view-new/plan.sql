-- up
-- ! scan, opens_access
create materialized view public.mv as
 select a
   from public.t;

-- down
-- ! breaks_clients
drop materialized view public.mv;
