-- up
-- ! blocks_reads, fails_on_rows
alter table public.pay
  alter column id set not null;

-- down
-- ! blocks_reads
alter table public.pay
  alter column id drop not null;
-- ! scan, blocks_reads
alter table public.pay_1
  alter column id set not null;
