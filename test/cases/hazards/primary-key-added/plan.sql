-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint t_pkey primary key (a);

-- down
-- ! blocks_reads
alter table public.t
  drop constraint t_pkey;
