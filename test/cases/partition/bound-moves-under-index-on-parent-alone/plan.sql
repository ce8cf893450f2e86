-- up
-- ! blocks_reads
drop index public.parted_t;
-- ! blocks_reads
alter table public.parted
  detach partition public.parted_0;
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.parted_0 for values with (modulus 2, remainder 0);
-- ! blocks_reads
create table public.parted_1 partition of public.parted
for values with (modulus 2, remainder 1);
-- ! blocks_writes
create index parted_t on only public.parted using btree (t) where (t is not null);

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.parted_1;
-- ! blocks_reads
drop index public.parted_t;
-- ! blocks_reads
alter table public.parted
  detach partition public.parted_0;
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.parted_0 for values with (modulus 1, remainder 0);
-- ! blocks_writes
create index parted_t on only public.parted using btree (t) where (t is not null);
