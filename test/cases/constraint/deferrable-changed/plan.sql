-- up
-- ! blocks_reads
alter table public.t
  drop constraint k;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint k unique (a) deferrable initially deferred;

-- down
-- ! blocks_reads
alter table public.t
  drop constraint k;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint k unique (a);
