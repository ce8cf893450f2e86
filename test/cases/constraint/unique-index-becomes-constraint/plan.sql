-- up
-- ! blocks_reads
drop index public.t_a_key;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint t_a_key unique (a);

-- down
-- ! blocks_reads
alter table public.t
  drop constraint t_a_key;
-- ! scan, blocks_writes, fails_on_rows
create unique index t_a_key on public.t using btree (a);
