-- up
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.note
  alter column a type bigint;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.note
  alter column b type bigint;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.note
  alter column body type varchar(20);
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.note
  alter column id type bigint;

-- down
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.note
  alter column a type integer;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.note
  alter column b type integer;
-- ! blocks_reads
alter table public.note
  alter column body type text;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.note
  alter column id type integer;
