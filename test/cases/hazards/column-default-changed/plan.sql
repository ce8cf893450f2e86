-- up
-- ! blocks_reads
alter table only public.t
  alter column a set default 2;

-- down
-- ! blocks_reads
alter table only public.t
  alter column a set default 1;
