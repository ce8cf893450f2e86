-- up
-- ! blocks_reads
alter table public.t
  rename constraint old_name to new_name;
-- ! blocks_reads
alter table public.t
  rename constraint old_check to new_check;

-- down
-- ! blocks_reads
alter table public.t
  rename constraint new_name to old_name;
-- ! blocks_reads
alter table public.t
  rename constraint new_check to old_check;
