-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint apart exclude using gist (r with &&);

-- down
-- ! blocks_reads
alter table public.t
  drop constraint apart;
