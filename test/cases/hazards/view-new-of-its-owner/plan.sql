-- up
-- ! opens_access
create view public.v as
 select a
   from public.t;

-- down
-- ! breaks_clients
drop view public.v;
