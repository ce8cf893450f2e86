-- up
-- ! scan, blocks_writes
create index i on public.t using btree (b);
-- ! scan, blocks_writes, fails_on_rows
create unique index u on public.t using btree (a, b);

-- down
-- ! blocks_reads
drop index public.u;
-- ! blocks_reads
drop index public.i;
