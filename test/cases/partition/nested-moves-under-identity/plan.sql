-- up
-- ! blocks_reads
alter table public.apart
  detach partition public.apart_3;
-- ! blocks_reads
alter table public.apart_3
  detach partition public.apart_3_0;
-- ! blocks_reads
alter table public.parted
  detach partition public.one;
-- ! blocks_reads
alter table public.parted
  detach partition public.two;
-- ! blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.apart for values in (3);
-- ! blocks_reads, fails_on_rows
alter table public.apart
  attach partition public.apart_3 for values in (3);
-- ! scan, blocks_reads, fails_on_rows
alter table public.apart_3
  attach partition public.apart_3_0 for values with (modulus 1, remainder 0);
-- ! blocks_reads
alter table public.one
  detach partition public.one_0;
-- ! blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.one for values in (2);
-- ! scan, blocks_reads, fails_on_rows
alter table public.one
  attach partition public.one_0 for values with (modulus 1, remainder 0);
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.two for values in (1);

-- down
-- ! blocks_reads
alter table public.parted
  detach partition public.apart;
-- ! blocks_reads
alter table public.parted
  detach partition public.one;
-- ! blocks_reads
alter table public.one
  detach partition public.one_0;
-- ! blocks_reads
alter table public.parted
  detach partition public.two;
-- ! blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.one for values in (1);
-- ! scan, blocks_reads, fails_on_rows
alter table public.one
  attach partition public.one_0 for values with (modulus 1, remainder 0);
-- ! scan, blocks_reads, fails_on_rows
alter table public.parted
  attach partition public.two for values in (2);
