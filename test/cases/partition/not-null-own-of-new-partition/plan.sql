-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.pay
  attach partition public.pay_3 for values from ('2020-03-01') to ('2020-04-01');
-- ! blocks_reads
create table public.pay_1 partition of public.pay
for values from ('2020-01-01') to ('2020-02-01');

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.pay_1;
-- ! blocks_reads
alter table public.pay
  detach partition public.pay_3;
