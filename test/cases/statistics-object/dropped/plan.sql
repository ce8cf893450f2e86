-- up
drop statistics public.st;

-- down
create statistics public.st
  on a, b
  from public.t;
alter statistics public.st set statistics 10;
comment on statistics public.st is 'gone';
