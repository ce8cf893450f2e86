-- up
-- ! blocks_reads
alter table public.parted
  drop constraint parted_key;
-- ! blocks_reads
drop index public.parted_pair;
-- ! blocks_reads
alter table public.parted
  detach partition public.parted_0;
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.parted_0 for values with (modulus 2, remainder 0);
alter type public.pair rename to pair_old;
-- ! data_loss, fails_on_rows, breaks_clients
create type public.pair as (
  a date
);
-- ! rewrite, scan, blocks_reads
alter table public.parted
  alter column pair type public.pair using pair::text::public.pair;
-- ! blocks_reads
create table public.parted_1 partition of public.parted
for values with (modulus 2, remainder 1);
-- ! scan, blocks_reads, blocks_writes
alter table public.parted
  add constraint parted_key unique (id, pair);
-- ! scan, blocks_writes
create index parted_pair on public.parted using btree (pair);
drop type public.pair_old;

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.parted_1;
-- ! blocks_reads
alter table public.parted
  drop constraint parted_key;
-- ! blocks_reads
drop index public.parted_pair;
-- ! blocks_reads
alter table public.parted
  detach partition public.parted_0;
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.parted_0 for values with (modulus 1, remainder 0);
alter type public.pair rename to pair_old;
-- ! data_loss, fails_on_rows, breaks_clients
create type public.pair as (
  a integer
);
-- ! rewrite, scan, blocks_reads
alter table public.parted
  alter column pair type public.pair using pair::text::public.pair,
  add constraint parted_key unique (id, pair);
-- ! scan, blocks_writes
create index parted_pair on public.parted using btree (pair);
drop type public.pair_old;
