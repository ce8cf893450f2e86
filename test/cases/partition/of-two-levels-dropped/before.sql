create table public.t (a integer, b integer) partition by range (a);
create table public.t_1 partition of public.t for values from (0) to (10) partition by list (b);
create table public.t_1_1 partition of public.t_1 for values in (1);
create index i on public.t (b);
