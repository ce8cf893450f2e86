create table public.t (a integer primary key, b integer);
create publication p for table public.t;
