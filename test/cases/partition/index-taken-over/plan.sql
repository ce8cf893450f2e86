-- up
-- ! blocks_writes
create index log_id on public.log using btree (id);

-- down
-- ! blocks_reads
drop index public.log_id;
-- ! scan, blocks_writes
create index log_a_mine on public.log_a using btree (id);
