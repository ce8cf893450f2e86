-- up
-- ! blocks_reads
alter table public.pk
  detach partition public.pk1;
-- ! blocks_reads
alter table public.pk
  detach partition public.pk2;
-- ! scan, blocks_reads, fails_on_rows
alter table public.pk
  attach partition public.pk1 for values with (modulus 4, remainder 0);
-- ! scan, blocks_reads, fails_on_rows
alter table public.pk
  attach partition public.pk2 for values with (modulus 4, remainder 1);
-- ! scan, blocks_reads, fails_on_rows
alter table public.pk
  alter column b set not null;

-- down
-- ! blocks_reads
alter table public.pk
  detach partition public.pk1;
-- ! blocks_reads
alter table public.pk
  detach partition public.pk2;
-- ! scan, blocks_reads, fails_on_rows
alter table public.pk
  attach partition public.pk1 for values with (modulus 2, remainder 0);
-- ! scan, blocks_reads, fails_on_rows
alter table public.pk
  attach partition public.pk2 for values with (modulus 2, remainder 1);
-- ! blocks_reads
alter table public.pk
  alter column b drop not null;
