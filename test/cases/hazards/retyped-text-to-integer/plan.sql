-- up
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type integer using a::integer;

-- down
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type text;
