-- up
-- ! blocks_reads
alter table public.t
  add constraint t_a_key unique using index t_a_key;

-- down
-- ! blocks_reads
alter table public.t
  drop constraint t_a_key;
-- ! scan, blocks_writes, fails_on_rows
create unique index t_a_key on public.t using btree (a);
