create table public.t (a text) with (autovacuum_vacuum_scale_factor = 0.01, toast.autovacuum_enabled = false);
