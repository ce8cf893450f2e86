create table public.t (id integer primary key, a bigint);
create publication p for table public.t where (a > 1);
