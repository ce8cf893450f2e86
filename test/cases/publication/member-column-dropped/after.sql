create table public.t (a integer primary key, c integer);
create publication p for table public.t (a);
