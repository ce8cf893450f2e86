create table public.t (id integer) partition by range (id);
create table public.t_a partition of public.t for values from (1) to (10);
create table public.t_b partition of public.t for values from (10) to (20);
create table public.gone (id integer) partition by range (id);
create table public.gone_a partition of public.gone for values from (1) to (10);
