-- up
-- ! blocks_reads
alter table public.log
  drop constraint log_k;
-- ! scan, blocks_reads
alter table public.log_a
  add constraint log_a_k primary key (id, kind);

-- down
-- ! blocks_reads, blocks_writes, fails_on_rows
alter table public.log
  add constraint log_k primary key (id, kind);
