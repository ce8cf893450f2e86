-- superuser, of the plan too
create table public.notes (id integer primary key, body text);
create table public.marks (id integer primary key);
create publication chosen for all tables with (publish = 'insert');
create publication every for table public.notes, tables in schema public with (publish_via_partition_root = true);
comment on publication every is 'All of them';
create publication nobody for all tables;
comment on publication nobody is 'None no longer';
create publication comes for all tables with (publish = 'insert, update');
