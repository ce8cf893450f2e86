-- up
-- ! blocks_reads
alter table public.parted
  drop constraint both_key;
-- ! blocks_reads
drop index public.by_b;
-- ! blocks_reads
alter table public.parted
  detach partition public.parted_0;
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.parted_0 for values with (modulus 1, remainder 0);
-- ! scan, blocks_reads
alter table public.parted_0
  add constraint parted_0_a_b_key unique (a, b);
-- ! scan, blocks_writes
create index parted_0_b_idx on public.parted_0 using btree (b);

-- down
-- ! blocks_reads
alter table public.parted
  detach partition public.parted_0;
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.parted_0 for values with (modulus 2, remainder 0);
-- ! blocks_reads, blocks_writes, fails_on_rows
alter table public.parted
  add constraint both_key unique (a, b);
-- ! blocks_writes
create index by_b on public.parted using btree (b);
