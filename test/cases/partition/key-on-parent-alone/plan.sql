-- up
-- ! blocks_reads, fails_on_rows
alter table only public.log
  add constraint log_pkey primary key (id, kind);

-- down
-- ! blocks_reads
alter table public.log
  drop constraint log_pkey;
