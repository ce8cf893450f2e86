-- up
drop statistics public.st;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column c type bigint;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column c set expression as ((a * b));
create statistics public.st
  on a, c
  from public.t;
alter statistics public.st set statistics 7;

-- down
drop statistics public.st;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column c type integer;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column c set expression as ((a + b));
create statistics public.st
  on a, c
  from public.t;
alter statistics public.st set statistics 7;
