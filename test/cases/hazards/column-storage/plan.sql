-- up
-- ! blocks_reads
alter table only public.t
  alter column a set storage external;

-- down
-- ! blocks_reads
alter table only public.t
  alter column a set storage default;
