-- up
-- ! blocks_reads
drop index public.i;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.p
  alter column v type text;
-- ! scan, blocks_writes
create index i on public.p using btree (v);

-- down
-- ! blocks_reads
drop index public.i;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.p
  alter column v type integer using v::integer;
-- ! scan, blocks_writes
create index i on public.p using btree (v);
