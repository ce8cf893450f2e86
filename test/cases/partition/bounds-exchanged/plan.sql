-- up
-- ! blocks_reads
alter table public.other
  detach partition public.four;
-- ! scan, blocks_writes
create index four_t_idx on public.four using btree (t);
-- ! blocks_reads
alter table public.parted
  detach partition public.one;
-- ! blocks_reads
alter table public.parted
  detach partition public.three;
-- ! blocks_reads
alter table public.parted
  detach partition public.two;
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.four for values in (4);
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.one for values in (2);
-- ! blocks_reads
drop index public.three_t_idx;
-- ! scan, blocks_reads, fails_on_rows
alter table public.other
  attach partition public.three for values in (4);
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.two for values in (1, 3);

-- down
-- ! blocks_reads
alter table public.parted
  detach partition public.four;
-- ! blocks_reads
drop index public.four_t_idx;
-- ! blocks_reads
alter table public.other
  detach partition public.three;
-- ! scan, blocks_reads, fails_on_rows
alter table public.other
  attach partition public.four for values in (4);
-- ! blocks_reads
alter table public.parted
  detach partition public.one;
-- ! blocks_reads
alter table public.parted
  detach partition public.two;
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.one for values in (1);
-- ! scan, blocks_writes
create index three_t_idx on public.three using btree (t);
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.three for values in (3);
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.two for values in (2);
