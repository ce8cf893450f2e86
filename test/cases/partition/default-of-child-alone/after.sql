create table public.t (a integer, b integer default 5) partition by range (a);
create table public.t_1 partition of public.t for values from (0) to (10);
alter table public.t_1 alter column b set default 1;
