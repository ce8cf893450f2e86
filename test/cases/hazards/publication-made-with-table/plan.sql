-- up
-- ! opens_access
create publication p
  for table public.t;

-- down
-- ! breaks_clients
drop publication p;
