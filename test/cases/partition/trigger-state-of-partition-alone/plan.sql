-- up
-- ! blocks_reads
create table public.p_2 partition of public.p
for values in (2);
-- ! blocks_writes
alter table public.p_1 disable trigger tg;
alter table public.p_2 enable always trigger tg;

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.p_2;
-- ! blocks_writes
alter table public.p_1 enable trigger tg;
