-- up
-- ! needs_refresh, opens_access
create materialized view public.m
with (fillfactor=50) as
 select a
   from public.t
with no data;
alter materialized view public.m
  alter column a set statistics 10;
comment on column public.m.a is 'A.';

-- down
-- ! breaks_clients
drop materialized view public.m;
