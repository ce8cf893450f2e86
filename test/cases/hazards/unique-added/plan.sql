-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint t_a_key unique (a);

-- down
-- ! blocks_reads
alter table public.t
  drop constraint t_a_key;
