create table public.t (a integer);
alter table public.t alter column a set (n_distinct = 5);
