-- up
-- ! rewrite, scan, blocks_reads, breaks_clients, breaks_functions
alter table public.t
  alter column a type bigint;

-- down
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients, breaks_functions
alter table public.t
  alter column a type integer;
