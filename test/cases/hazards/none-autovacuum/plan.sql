-- up
alter table public.t
  set (autovacuum_vacuum_scale_factor=0.01),
  set (toast.autovacuum_enabled=false);

-- down
alter table public.t
  set (autovacuum_vacuum_scale_factor=0.1),
  reset (toast.autovacuum_enabled);
