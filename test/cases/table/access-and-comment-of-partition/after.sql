create table public.t (a integer) partition by list (a);
create table public.t_1 partition of public.t for values in (1) with (fillfactor = 50);
alter table public.t_1 replica identity full;
comment on table public.t_1 is 'One';
