-- up
-- ! blocks_reads, renumbers
alter table public.t
  alter column id set start with 1000 set minvalue 1000 restart;

-- down
-- ! blocks_reads
alter table public.t
  alter column id set start with 1 set minvalue 1;
