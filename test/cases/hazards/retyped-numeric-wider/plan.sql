-- up
-- ! blocks_reads
alter table public.t
  alter column a type numeric(12,2);

-- down
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type numeric(10,2);
