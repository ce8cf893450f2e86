-- superuser, of the plan too
create table public.notes (id integer primary key, body text);
create table public.marks (id integer primary key);
create publication chosen for table public.notes (id) where (id > 0), table public.marks with (publish = 'insert');
create publication every for all tables with (publish_via_partition_root = true);
comment on publication every is 'All of them';
create publication nobody;
create publication goes for all tables;
