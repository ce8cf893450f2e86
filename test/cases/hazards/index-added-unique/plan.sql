-- up
-- ! scan, blocks_writes, fails_on_rows
create unique index i on public.t using btree (a) where (a > 0);

-- down
-- ! blocks_reads
drop index public.i;
