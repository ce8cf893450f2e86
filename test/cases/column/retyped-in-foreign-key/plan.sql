-- up
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.a
  alter column id type bigint;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.b
  alter column a_id type bigint;

-- down
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.a
  alter column id type integer;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.b
  alter column a_id type integer;
