-- up
-- ! data_loss, breaks_clients
drop table public.t_1_1;
-- ! data_loss, blocks_reads, breaks_clients
drop table public.t_1;

-- down
-- ! blocks_reads
create table public.t_1 partition of public.t
for values from (0) to (10)
partition by list (b);
create table public.t_1_1 partition of public.t_1
for values in (1);
