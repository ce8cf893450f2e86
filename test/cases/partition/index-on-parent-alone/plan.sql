-- up
-- ! blocks_writes
create index i on only public.p using btree (id);

-- down
-- ! blocks_reads
drop index public.i;
