-- up
-- ! blocks_reads
alter table public.t
  alter column b drop expression;

-- down
-- ! data_loss, blocks_reads
alter table public.t
  drop column b;
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column b integer generated always as ((a * 2)) stored;
