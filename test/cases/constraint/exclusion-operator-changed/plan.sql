-- up
-- ! blocks_reads
alter table public.t
  drop constraint x;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint x exclude using gist (r with -|-) deferrable;

-- down
-- ! blocks_reads
alter table public.t
  drop constraint x;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint x exclude using gist (r with &&);
