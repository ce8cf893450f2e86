-- up
-- ! data_loss, blocks_reads, breaks_clients
alter table public.sums
  drop column old_amounts;
-- ! breaks_clients
drop domain public.amounts;
-- ! scan, blocks_writes, fails_on_rows
alter domain public.amount
  set not null;
-- ! scan, blocks_writes, fails_on_rows
alter domain public.amount
  add constraint amount_check check ((value > 0));
-- ! blocks_reads
alter table public.sums
  add column new_amounts public.amount[];

-- down
alter domain public.amount
  drop constraint amount_check;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.sums
  drop column new_amounts;
alter domain public.amount
  drop not null;
create domain public.amounts as public.amount[];
-- ! blocks_reads
alter table public.sums
  add column old_amounts public.amounts;
