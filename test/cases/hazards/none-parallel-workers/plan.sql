-- up
alter table public.t
  set (parallel_workers=2);

-- down
alter table public.t
  reset (parallel_workers);
