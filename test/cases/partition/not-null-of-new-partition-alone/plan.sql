-- up
-- ! blocks_reads
create table public.ev_1 partition of public.ev
for values in (1);
alter table public.ev_1
  alter column kind set not null;

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.ev_1;
