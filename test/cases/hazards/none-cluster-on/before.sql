create table public.t (a integer constraint t_pkey primary key);
