-- up
drop materialized view public.mv;
-- ! needs_refresh
create materialized view public.mv as
 select a
   from public.t
  where (a > 2)
with no data;

-- down
drop materialized view public.mv;
-- ! needs_refresh
create materialized view public.mv as
 select a
   from public.t
  where (a > 1)
with no data;
