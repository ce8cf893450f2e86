-- up
-- ! changes_access
alter publication p drop table public.t;
alter publication p add table public.t where ((a > 2));

-- down
-- ! changes_access
alter publication p drop table public.t;
alter publication p add table public.t where ((a > 1));
