-- up
-- ! blocks_reads
alter table public.t
  alter column id drop identity;

-- down
-- ! blocks_reads
alter table public.t
  alter column id add generated always as identity;
