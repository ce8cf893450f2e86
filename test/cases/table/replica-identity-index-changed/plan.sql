-- up
-- ! blocks_reads
drop index public.i;
-- ! scan, blocks_writes, fails_on_rows
create unique index i on public.t using btree (a, b);
-- ! blocks_reads
alter table public.t
  replica identity using index i;

-- down
-- ! blocks_reads
drop index public.i;
-- ! scan, blocks_writes, fails_on_rows
create unique index i on public.t using btree (b);
-- ! blocks_reads
alter table public.t
  replica identity using index i;
