create table public.t (a integer, constraint t_a_key unique (a));
