-- up
drop publication chosen;
-- ! breaks_clients
drop publication every;
-- ! breaks_clients
drop publication goes;
drop publication nobody;
-- ! opens_access
create publication chosen for all tables
  with (publish = 'insert');
-- ! opens_access
create publication comes for all tables
  with (publish = 'insert, update');
-- ! opens_access
create publication nobody for all tables;
comment on publication nobody is 'None no longer';
-- ! opens_access
create publication every
  for table public.notes, tables in schema public
  with (publish_via_partition_root = true);
comment on publication every is 'All of them';

-- down
-- ! breaks_clients
drop publication chosen;
-- ! breaks_clients
drop publication comes;
drop publication every;
-- ! breaks_clients
drop publication nobody;
-- ! opens_access
create publication every for all tables
  with (publish_via_partition_root = true);
comment on publication every is 'All of them';
-- ! opens_access
create publication goes for all tables;
create publication nobody;
-- ! opens_access
create publication chosen
  for table public.marks, public.notes (id) where ((id > 0))
  with (publish = 'insert');
