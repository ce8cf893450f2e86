-- up
-- ! blocks_reads
drop index public.i;
-- ! scan, blocks_writes
create index i on public.t using btree (((a + 1)));
alter index public.i
  alter column 1 set statistics 500;

-- down
-- ! blocks_reads
drop index public.i;
-- ! scan, blocks_writes
create index i on public.t using btree (((a + 1)));
