-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  drop constraint k,
  add constraint k unique (a) deferrable initially deferred;

-- down
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  drop constraint k,
  add constraint k unique (a);
