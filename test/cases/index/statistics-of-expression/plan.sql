-- up
alter index public.i
  alter column 1 set statistics 500;

-- down
alter index public.i
  alter column 1 set statistics -1;
