create table public.t (a integer) partition by list (a);
create table public.t1 (a integer);
