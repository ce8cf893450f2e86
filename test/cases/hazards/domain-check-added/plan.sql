-- up
-- ! scan, blocks_writes, fails_on_rows
alter domain public.code
  add constraint short check ((length(value) < 9));

-- down
alter domain public.code
  drop constraint short;
