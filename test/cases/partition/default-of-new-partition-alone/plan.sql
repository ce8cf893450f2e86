-- up
-- ! blocks_reads
create table public.ev_1 partition of public.ev (
  kind default null
)
for values in (1);
-- ! blocks_reads
create table public.ev_2 partition of public.ev (
  kind default 'z'::text
)
for values in (2);

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.ev_1;
-- ! data_loss, blocks_reads, breaks_clients
drop table public.ev_2;
