-- up
create table public.b (
  n public.small
);
-- ! data_loss, blocks_reads, breaks_clients
alter table public.kept
  drop column m;
-- ! data_loss, breaks_clients
drop table public.a;
-- ! scan, blocks_writes, fails_on_rows
alter domain public.small
  add constraint small_check check ((value < 10));

-- down
alter domain public.small
  drop constraint small_check;
-- ! blocks_reads
alter table public.kept
  add column m public.small;
create table public.a (
  n public.small
);
-- ! data_loss, breaks_clients
drop table public.b;
