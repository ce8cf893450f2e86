-- up
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  drop column b,
  alter column a type bigint,
  add column b bigint generated always as ((a * 2)) stored;

-- down
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  drop column b,
  alter column a type integer,
  add column b integer generated always as ((a * 2)) stored;
