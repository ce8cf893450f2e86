-- up
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.u
  alter column a type text;
alter table public.u
  set (toast.autovacuum_enabled=false);
-- ! blocks_reads
alter table public.t
  add column c text;
alter table public.t
  set (toast.autovacuum_enabled=false);

-- down
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.u
  alter column a type integer using a::integer;
alter table public.u
  reset (toast.autovacuum_enabled);
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column c;
alter table public.t
  reset (toast.autovacuum_enabled);
