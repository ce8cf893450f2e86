create table public.t (a integer primary key, b integer);
create table public.u (a integer primary key, b integer);
create publication p for table public.t;
comment on publication p is 'P';
