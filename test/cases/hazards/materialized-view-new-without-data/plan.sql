-- up
-- ! needs_refresh, opens_access
create materialized view public.mv as
 select a
   from public.t
with no data;

-- down
-- ! breaks_clients
drop materialized view public.mv;
