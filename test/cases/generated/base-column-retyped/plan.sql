-- up
-- ! blocks_reads
alter table public.t
  drop column b;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type bigint;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  add column b bigint generated always as ((a * 2)) stored;

-- down
-- ! blocks_reads
alter table public.t
  drop column b;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type integer;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  add column b integer generated always as ((a * 2)) stored;
