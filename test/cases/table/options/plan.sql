-- up
alter table public.t
  reset (autovacuum_enabled),
  set (fillfactor=80, parallel_workers=2),
  set (toast.autovacuum_enabled=false);

-- down
alter table public.t
  reset (parallel_workers),
  set (autovacuum_enabled=false, fillfactor=70),
  reset (toast.autovacuum_enabled);
