create table public.t (a integer primary key, b integer, c integer);
create publication p for table public.t (a, b, c);
