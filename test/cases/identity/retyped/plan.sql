-- up
-- ! rewrite, scan, blocks_reads, blocks_writes, breaks_clients
alter table public.t
  alter column id type bigint;

-- down
-- ! rewrite, scan, blocks_reads, blocks_writes, fails_on_rows, breaks_clients
alter table public.t
  alter column id type integer;
