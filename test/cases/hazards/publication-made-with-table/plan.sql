-- up
create publication p
  with (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);
-- ! opens_access
alter publication p add table public.t;

-- down
-- ! breaks_clients
alter publication p drop table public.t;
-- ! breaks_clients
drop publication p;
