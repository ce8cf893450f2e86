-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  drop constraint t_pkey,
  add constraint t_pkey primary key (b);

-- down
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  drop constraint t_pkey,
  add constraint t_pkey primary key (a);
