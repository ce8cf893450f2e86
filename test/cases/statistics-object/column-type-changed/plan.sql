-- up
drop statistics public.aimed;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type bigint;
create statistics public.aimed
  on a, b
  from public.t;
alter statistics public.aimed set statistics 77;
comment on statistics public.aimed is 'its target would be lost';

-- down
drop statistics public.aimed;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type integer;
create statistics public.aimed
  on a, b
  from public.t;
alter statistics public.aimed set statistics 77;
comment on statistics public.aimed is 'its target would be lost';
