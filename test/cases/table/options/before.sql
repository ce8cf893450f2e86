create table public.t (a text) with (fillfactor = 70, autovacuum_enabled = false);
