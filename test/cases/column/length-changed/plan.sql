-- up
-- ! blocks_reads
alter table public.t
  alter column name type varchar(20);

-- down
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column name type varchar(10);
