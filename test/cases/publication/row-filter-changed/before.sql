create table public.t (id integer primary key, a integer);
create publication p for table public.t where (a > 1);
