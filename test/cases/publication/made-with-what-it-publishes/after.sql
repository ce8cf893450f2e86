create schema app;
create table public.t (a integer primary key, b integer, c integer);
create table app.u (a integer primary key, b integer);
create publication swapped for table public.t (a, c), app.u where (b > 1);
create publication "New P" for table public.t with (publish_via_partition_root = true);
comment on publication "New P" is 'P';
create publication empty with (publish = 'insert');
create publication stays for table public.t;
