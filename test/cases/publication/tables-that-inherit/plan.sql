-- up
-- ! breaks_clients
alter publication filtered drop table public.leaf;
-- ! breaks_clients
alter publication with_heirs drop table public.leaf;
-- ! breaks_clients
alter publication with_heirs drop table only public.middle;
-- ! breaks_clients
alter publication without drop table only public.base;
-- ! opens_access
create publication new
  for table only public.base (x), public.leaf (x), only public.middle (x);
-- ! opens_access
alter publication without add table only public.middle;

-- down
-- ! breaks_clients
drop publication new;
-- ! breaks_clients
alter publication without drop table only public.middle;
-- ! opens_access
alter publication filtered add table public.leaf where ((x > 1));
-- ! opens_access
alter publication with_heirs add table public.leaf (x);
-- ! opens_access
alter publication with_heirs add table only public.middle (x);
-- ! opens_access
alter publication without add table only public.base;
