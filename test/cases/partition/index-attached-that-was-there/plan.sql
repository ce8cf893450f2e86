-- up
alter index public.log_id attach partition public.log_a_id;

-- down
-- ! blocks_reads
drop index public.log_id;
-- ! blocks_writes
create index log_id on only public.log using btree (id);
-- ! scan, blocks_writes
create index log_a_id on public.log_a using btree (id);
