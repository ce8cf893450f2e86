create table public.u (a integer primary key);
create table public.t (a integer primary key);
create publication p for table public.u, public.t;
