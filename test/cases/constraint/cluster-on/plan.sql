-- up
alter table public.t
  cluster on i;

-- down
alter table public.t
  set without cluster;
