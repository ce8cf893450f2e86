-- up
-- ! opens_access
alter publication p drop table public.t;
alter publication p add table public.t;

-- down
-- ! breaks_clients
alter publication p drop table public.t;
alter publication p add table public.t (a);
