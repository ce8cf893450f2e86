-- up
-- ! blocks_reads
alter table public.t
  alter column b drop expression;

-- down
-- ! data_loss, rewrite, scan, blocks_reads
alter table public.t
  drop column b,
  add column b integer generated always as ((a * 2)) stored;
