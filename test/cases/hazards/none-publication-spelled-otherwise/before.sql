create table public.t (a integer primary key, b integer);
create table public.u (a integer primary key);
create publication p for table public.t where (a > 1), public.u;
