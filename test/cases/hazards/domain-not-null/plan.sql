-- up
-- ! scan, blocks_writes, fails_on_rows
alter domain public.code
  set not null;

-- down
alter domain public.code
  drop not null;
