-- up
-- ! scan, blocks_writes
create index i on public.mv using btree (a);

-- down
-- ! blocks_reads
drop index public.i;
