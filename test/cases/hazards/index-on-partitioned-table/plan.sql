-- up
-- ! scan, blocks_writes
create index i on public.t using btree (a);

-- down
-- ! blocks_reads
drop index public.i;
