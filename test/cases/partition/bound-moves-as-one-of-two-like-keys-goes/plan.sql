-- up
-- ! data_loss, blocks_reads, breaks_clients
drop table public.parted_1;
-- ! blocks_reads
alter table public.parted
  drop constraint first_key;
-- ! blocks_reads
drop index public.first_b;
-- ! blocks_reads
alter table public.parted
  detach partition public.parted_0;
-- ! blocks_reads
alter table public.parted_0
  drop constraint parted_0_a_b_key1;
-- ! blocks_reads
drop index public.parted_0_b_idx1;
-- ! scan, blocks_reads
alter table public.parted_0
  add constraint parted_0_a_b_key unique (a, b);
-- ! scan, blocks_writes
create index parted_0_b_idx on public.parted_0 using btree (b);
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.parted_0 for values with (modulus 1, remainder 0);

-- down
-- ! blocks_reads
alter table public.parted_0
  rename constraint parted_0_a_b_key to parted_0_a_b_key1;
alter index public.parted_0_b_idx rename to parted_0_b_idx1;
-- ! blocks_reads
alter table public.parted
  detach partition public.parted_0;
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.parted_0 for values with (modulus 2, remainder 0);
create table public.parted_1 (
  a bigint not null,
  b text not null,
  constraint parted_1_a_b_key1 unique (a, b)
);
create index parted_1_b_idx1 on public.parted_1 using btree (b);
alter table public.parted
  attach partition public.parted_1 for values with (modulus 2, remainder 1);
-- ! scan, blocks_reads, blocks_writes, fails_on_rows
alter table public.parted
  add constraint first_key unique (a, b);
-- ! scan, blocks_writes
create index first_b on public.parted using btree (b);
