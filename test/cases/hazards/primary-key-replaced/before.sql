create table public.t (a integer not null, b integer not null, constraint t_pkey primary key (a));
