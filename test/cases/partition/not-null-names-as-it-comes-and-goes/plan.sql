-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  alter column a drop not null,
  alter column b set not null;
-- ! blocks_reads
alter table public.m
  detach partition public.m1;
-- ! scan, blocks_reads, fails_on_rows
alter table public.m
  attach partition public.m2 for values from ('2021-01-01') to ('2022-01-01');

-- down
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  alter column a set not null,
  alter column b drop not null;
-- ! blocks_reads
alter table public.m
  detach partition public.m2;
-- ! scan, blocks_reads, fails_on_rows
alter table public.m
  attach partition public.m1 for values from ('2020-01-01') to ('2021-01-01');
