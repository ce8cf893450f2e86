-- up
alter table public.t
  set (fillfactor=70);

-- down
alter table public.t
  reset (fillfactor);
