create table public.t (a integer) with (parallel_workers = 2);
