create table public.t (a text) with (fillfactor = 80, parallel_workers = 2, toast.autovacuum_enabled = false);
