-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint x exclude using gist (r with &&) where ((a > 0));
comment on constraint x on public.t is 'X';

-- down
-- ! blocks_reads
alter table public.t
  drop constraint x;
