-- up
alter domain public.short
  drop constraint c;
alter domain public.short
  set default 'x'::text;
-- ! scan, blocks_writes, fails_on_rows
alter domain public.short
  add constraint c check ((length(value) < 9));

-- down
alter domain public.short
  drop constraint c;
alter domain public.short
  drop default;
-- ! scan, blocks_writes, fails_on_rows
alter domain public.short
  add constraint c check ((length(value) < 5));
