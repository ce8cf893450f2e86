create table public.t (a integer primary key, b integer);
create table public.u (a integer primary key, b integer);
create publication p for table public.t (a), public.u where (a > 1) with (publish = 'insert', publish_via_partition_root = true);
create publication q with (publish = 'insert, delete');
