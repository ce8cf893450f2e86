-- up
-- ! breaks_clients
drop view public.v;
-- ! scan, opens_access
create materialized view public.v as
 select a
   from public.t;

-- down
-- ! breaks_clients
drop materialized view public.v;
-- ! opens_access
create view public.v as
 select a
   from public.t;
