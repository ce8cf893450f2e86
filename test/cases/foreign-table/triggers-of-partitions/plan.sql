-- up
-- ! blocks_reads
alter foreign table public.log_1
  options (add a 'b');
-- ! blocks_reads
alter table public.log
  detach partition public.log_1;
-- ! blocks_reads
alter table public.log
  attach partition public.log_1 for values from ('2020-01-01') to ('2020-07-01');
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.log
  alter column id type bigint;
-- ! blocks_reads
create foreign table public.log_3 partition of public.log
default
server far;
-- ! scan, blocks_reads, fails_on_rows
alter table public.log
  add constraint c check ((id > 0));
-- ! blocks_writes
create trigger also before update on public.log for each row execute function public.seen();
-- ! blocks_writes
alter foreign table public.log_1 disable trigger seen;

-- down
-- ! blocks_reads, breaks_clients
drop foreign table public.log_3;
-- ! blocks_reads
alter foreign table public.log_1
  options (drop a);
-- ! blocks_reads
alter table public.log
  detach partition public.log_1;
-- ! blocks_reads
alter table public.log
  attach partition public.log_1 for values from ('2020-01-01') to ('2021-01-01');
-- ! blocks_reads
alter table public.log
  drop constraint c;
-- ! blocks_reads
drop trigger also on public.log;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.log
  alter column id type integer;
