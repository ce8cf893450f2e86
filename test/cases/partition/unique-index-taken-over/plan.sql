-- up
-- ! blocks_writes, fails_on_rows
create unique index log_u on public.log using btree (id, kind);

-- down
-- ! blocks_reads
drop index public.log_u;
-- ! scan, blocks_writes
create unique index log_a_mine on public.log_a using btree (id, kind);
