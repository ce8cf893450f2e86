-- up
-- ! scan, blocks_writes
create index i on public.t using gin (b jsonb_path_ops) with (fastupdate=off);
-- ! scan, blocks_writes
create index j on public.t using brin (a) with (pages_per_range=10);
-- ! scan, blocks_writes
create index k on public.t using hash (a);

-- down
-- ! blocks_reads
drop index public.i;
-- ! blocks_reads
drop index public.j;
-- ! blocks_reads
drop index public.k;
