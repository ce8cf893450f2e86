-- up
-- ! blocks_reads, fails_on_rows
alter table only public.log
  add constraint log_u unique (id, kind);
-- ! scan, blocks_reads, fails_on_rows
alter table public.log_a
  add constraint log_a_id_kind_key unique (id, kind);
alter index public.log_u attach partition public.log_a_id_kind_key;

-- down
-- ! blocks_reads
alter table public.log
  drop constraint log_u;
