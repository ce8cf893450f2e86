create table public.t (id integer primary key, n integer);
create publication p for table public.t (id, n) where (id > 0);
