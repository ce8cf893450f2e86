-- up
-- ! blocks_reads
alter table public.log_a
  rename constraint log_a_id_kind_key to log_a_mine;

-- down
-- ! blocks_reads
alter table public.log_a
  rename constraint log_a_mine to log_a_id_kind_key;
