-- up
-- ! data_loss, rewrite, scan, blocks_reads
alter table public.t
  alter column a type numeric(12,2) using a::numeric(12,2);

-- down
-- ! rewrite, scan, blocks_reads, fails_on_rows
alter table public.t
  alter column a type numeric(12,4) using a::numeric(12,4);
