create table public.t (a integer) partition by list (a);
create table public.t1 partition of public.t for values in (1);
