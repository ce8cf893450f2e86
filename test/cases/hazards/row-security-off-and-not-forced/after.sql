create table public.t (a integer) partition by list (a);
