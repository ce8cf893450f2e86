-- up
-- ! blocks_reads
alter table public.t
  alter column a set not null;

-- down
-- ! blocks_reads
alter table public.t
  alter column a drop not null;
