-- up
-- ! scan, blocks_reads
create table public.p_1 partition of public.p
for values from (1) to (10);

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.p_1;
