create table public.t (a integer primary key, b integer);
create table public.u (a integer primary key);
create publication p with (publish = 'insert, update, delete, truncate');
alter publication p add table public.u;
alter publication p add table public.t where ((t.a) > 1);
