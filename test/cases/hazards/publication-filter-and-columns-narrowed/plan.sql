-- up
-- ! breaks_clients
alter publication p drop table public.t;
alter publication p add table public.t (a) where ((a > 1));

-- down
-- ! opens_access
alter publication p drop table public.t;
alter publication p add table public.t;
