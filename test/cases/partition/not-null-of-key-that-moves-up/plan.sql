-- up
-- ! scan, blocks_reads, blocks_writes, fails_on_rows
alter table public.ev
  add constraint ev_pkey primary key (id);

-- down
-- ! blocks_reads
alter table public.ev
  drop constraint ev_pkey;
