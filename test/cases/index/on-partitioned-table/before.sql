create table public.t (a integer, b integer) partition by range (a);
create table public.t_1 partition of public.t for values from (0) to (10);
