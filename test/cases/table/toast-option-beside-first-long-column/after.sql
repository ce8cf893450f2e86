create table public.t (a integer, b integer, c text) with (toast.autovacuum_enabled = false);
create table public.u (a text) with (toast.autovacuum_enabled = false);
