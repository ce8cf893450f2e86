-- up
-- ! blocks_reads, blocks_writes, fails_on_rows
alter table public.log
  add constraint log_u unique (id, kind);

-- down
-- ! blocks_reads
alter table public.log
  drop constraint log_u;
-- ! scan, blocks_reads
alter table public.log_a
  add constraint log_a_mine unique (id, kind);
