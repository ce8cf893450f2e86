create table public.t (id integer) partition by range (id);
create table public.t_all partition of public.t for values from (1) to (20);
create table public.fresh (id integer) partition by range (id);
create table public.fresh_a partition of public.fresh for values from (1) to (10);
