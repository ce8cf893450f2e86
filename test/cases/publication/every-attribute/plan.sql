-- up
-- ! breaks_clients
alter publication plain drop table public.notes;
-- ! breaks_clients
alter publication rest drop table public.more;
-- ! opens_access
alter publication rest drop table public.notes;
-- ! breaks_clients
alter publication plain
  set (publish = 'update, delete', publish_via_partition_root = true);
comment on publication plain is 'Plain';
-- ! opens_access, breaks_clients
alter publication rest
  set (publish = 'truncate');
create publication "Some ""odd"" one";
create publication none_of_it
  with (publish = '');
-- ! opens_access
alter publication plain add table public.more;
alter publication plain add table public.notes (id, secret);
alter publication rest add table public.notes;
-- ! opens_access
alter publication rest add tables in schema news;

-- down
-- ! breaks_clients
drop publication "Some ""odd"" one";
-- ! breaks_clients
drop publication none_of_it;
-- ! breaks_clients
alter publication plain drop table public.more;
-- ! opens_access
alter publication plain drop table public.notes;
-- ! breaks_clients
alter publication rest drop table public.notes;
-- ! breaks_clients
alter publication rest drop tables in schema news;
-- ! opens_access, breaks_clients
alter publication plain
  set (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);
comment on publication plain is null;
-- ! opens_access, breaks_clients
alter publication rest
  set (publish = 'insert');
alter publication plain add table public.notes;
-- ! opens_access
alter publication rest add table public.more;
alter publication rest add table public.notes (body, id) where ((id > 5));
