-- up
-- ! breaks_clients
alter publication p drop table public.t;
-- ! breaks_clients
alter publication p
  set (publish = 'insert', publish_via_partition_root = true);
comment on publication p is null;
create publication q
  with (publish = 'insert, delete');
alter publication p add table public.t (a);
-- ! opens_access
alter publication p add table public.u where ((a > 1));

-- down
-- ! breaks_clients
drop publication q;
-- ! opens_access
alter publication p drop table public.t;
-- ! breaks_clients
alter publication p drop table public.u;
-- ! opens_access, breaks_clients
alter publication p
  set (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);
comment on publication p is 'P';
alter publication p add table public.t;
