-- up
-- ! blocks_reads
alter table public.t
  drop constraint t_pkey;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint t_pkey primary key (b);

-- down
-- ! blocks_reads
alter table public.t
  drop constraint t_pkey;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint t_pkey primary key (a);
