-- up
-- ! blocks_reads
alter sequence public.s set unlogged;
create unlogged sequence public.r;

-- down
-- ! data_loss, breaks_clients
drop sequence public.r;
-- ! blocks_reads
alter sequence public.s set logged;
