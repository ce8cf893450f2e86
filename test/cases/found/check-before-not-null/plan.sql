-- up
-- ! blocks_reads
alter table public.pay
  drop constraint who_there;
-- ! scan, blocks_reads
alter table public.pay
  alter column who set not null;

-- down
-- ! blocks_reads
alter table public.pay
  alter column who drop not null;
-- ! scan, blocks_reads, fails_on_rows
alter table public.pay
  add constraint who_there check ((who is not null));
