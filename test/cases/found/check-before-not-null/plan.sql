-- up
-- ! blocks_reads
alter table public.pay
  alter column who set not null;
-- ! blocks_reads
alter table public.pay
  drop constraint who_there;

-- down
-- ! scan, blocks_reads
alter table public.pay
  alter column who drop not null,
  add constraint who_there check ((who is not null));
