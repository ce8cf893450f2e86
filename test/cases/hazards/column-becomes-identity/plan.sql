-- up
-- ! blocks_reads
alter table public.t
  alter column id add generated always as identity (sequence name public.t_id_seq1);

-- down
-- ! blocks_reads
alter table public.t
  alter column id drop identity;
