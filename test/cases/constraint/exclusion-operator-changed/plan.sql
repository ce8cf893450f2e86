-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  drop constraint x,
  add constraint x exclude using gist (r with -|-) deferrable;

-- down
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  drop constraint x,
  add constraint x exclude using gist (r with &&);
