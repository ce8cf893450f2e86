-- up
-- ! blocks_reads
alter table only public.t
  alter column b set default 5;

-- down
-- ! blocks_reads
alter table only public.t
  alter column b set default 1;
