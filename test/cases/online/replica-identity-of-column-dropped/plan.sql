-- not online: index public.t.i: another object of the plan needs its name, or needs it, or replicas tell rows apart by it
-- up
-- ! blocks_reads
drop index public.i;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b,
  replica identity default;

-- down
-- ! scan, blocks_reads, needs_empty_table
alter table public.t
  add column b integer not null;
-- ! scan, blocks_writes, fails_on_rows
create unique index i on public.t using btree (b);
-- ! blocks_reads
alter table public.t
  replica identity using index i;
