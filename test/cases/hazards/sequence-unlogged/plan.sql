-- up
-- ! blocks_reads
alter sequence public.s set unlogged;

-- down
-- ! blocks_reads
alter sequence public.s set logged;
