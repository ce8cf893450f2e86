-- up
-- ! blocks_reads
create table public.t2 partition of public.t
for values in (2);

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.t2;
