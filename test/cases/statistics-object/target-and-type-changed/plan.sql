-- up
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type bigint;
alter statistics public.st set statistics 77;

-- down
drop statistics public.st;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type integer;
create statistics public.st
  on a, b
  from public.t;
