create table public.t (a integer primary key, b integer) partition by range (a);
create table public.t_1 (a integer not null, b integer);
