create table public.t (a integer, b integer, constraint t_pkey primary key (a, b));
