create table public.t (a integer constraint t_pkey primary key);
alter table public.t cluster on t_pkey;
