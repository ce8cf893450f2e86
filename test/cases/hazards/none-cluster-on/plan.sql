-- up
alter table public.t
  cluster on t_pkey;

-- down
alter table public.t
  set without cluster;
